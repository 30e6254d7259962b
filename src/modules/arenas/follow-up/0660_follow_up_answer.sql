-- What those who have a task have said of it: every answer as it was given, beside the task's own history.
create table follow_up_answer (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  said text not null check (said in ('done', 'on_the_way', 'problem', 'not_mine')),
  note text,
  -- Whom it was given on to: somebody here, or a name that was written.
  given_to_id uuid references person on delete set null,
  given_to text,
  channel text not null check (channel in ('link', 'page')),
  person_id uuid references person on delete set null,
  organisation_id uuid references organisation,
  -- The version of the task that it became.
  item_version integer not null,
  at timestamptz not null
);
create index on follow_up_answer (item_id, at);
create index on follow_up_answer (person_id);
create index on follow_up_answer (given_to_id);

-- The mail of a day to somebody about what they have taken upon them, or lead: one a day at most, with one link.
create table follow_up_mail (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  day date not null,
  made_at timestamptz not null,
  -- Both are swept when they are old.
  pass_id uuid,
  mail_id uuid,
  unique (person_id, day)
);

-- What such a mail tells of: a task of their own, or one that those who lead must see to; how far past or before its date it was, and which date.
create table follow_up_told (
  follow_up_mail_id uuid not null references follow_up_mail on delete cascade,
  item_id uuid not null references item on delete cascade,
  why text not null check (why in ('own', 'late', 'problem', 'nobody')),
  stage smallint not null,
  due_on date,
  primary key (follow_up_mail_id, item_id, why)
);
create index on follow_up_told (item_id);
