-- A yearly evaluation that the partners make of their partnership. The period it looks back on, and a greeting to those who are asked.
create table evaluation (
  id uuid not null,
  kind text not null default 'evaluation' check (kind = 'evaluation'),
  starts_on date,
  ends_on date,
  greeting text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);

-- When it was sent, and how far it has come. There is none before it is sent.
create table evaluation_round (
  item_id uuid primary key references item on delete cascade,
  -- The whole day in Oslo.
  due_on date not null,
  asked_by uuid references person on delete set null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  closed_on date,
  published_on date
);
create index on evaluation_round (due_on) where closed_on is null;
create index on evaluation_round (asked_by);

-- The statements of its form, once somebody has chosen them: those of the house by name, and up to three of one's own with a text.
create table evaluation_statement (
  item_id uuid not null references item on delete cascade,
  name text not null check (name in ('understanding', 'acquaintance', 'measures', 'coordination', 'leadership', 'connections', 'focus', 'own_1', 'own_2', 'own_3')),
  text text check (text <> ''),
  primary key (item_id, name),
  check (starts_with(name, 'own_') = (text is not null))
);

-- Who is asked, and the day on which they answered. Nothing here leads to what they answered.
create table evaluation_asked (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  person_id uuid not null references person on delete cascade,
  organisation_id uuid references organisation,
  -- The group that their answer is counted in: the kind of organisation, or those who left.
  partner_type text not null check (partner_type in ('municipality', 'county', 'state', 'academia', 'business', 'volunteers', 'region', 'other', 'left')),
  left_on date,
  pass_id uuid,
  mail_id uuid,
  mailed_at timestamptz,
  reminders integer not null default 0,
  from_asked_id uuid references evaluation_asked on delete set null,
  depth integer not null default 0 check (depth >= 0),
  handed_on_at timestamptz,
  answered_on date,
  -- Somebody who leads wrote it in for them.
  told boolean not null default false,
  unique (item_id, person_id)
);
create index on evaluation_asked (person_id);
create index on evaluation_asked (organisation_id);
create index on evaluation_asked (from_asked_id);

-- What was answered, as counts alone: there is no row for an answer, so that none can be tied to the one who gave it. 0 is «don't know».
create table evaluation_tally (
  item_id uuid not null references item on delete cascade,
  statement text not null check (statement in ('understanding', 'acquaintance', 'measures', 'coordination', 'leadership', 'connections', 'focus', 'own_1', 'own_2', 'own_3')),
  partner_type text not null check (partner_type in ('municipality', 'county', 'state', 'academia', 'business', 'volunteers', 'region', 'other', 'left')),
  score smallint not null check (score between 0 and 5),
  n integer not null default 0 check (n >= 0),
  primary key (item_id, statement, partner_type, score)
);

-- What somebody wrote in their own words, without who. The ids are random and made anew with every answer: they tell no order.
create table evaluation_word (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  topic text not null check (topic in ('understanding', 'acquaintance', 'measures', 'coordination', 'leadership', 'connections', 'focus', 'own_1', 'own_2', 'own_3', 'go_on', 'change', 'advice')),
  text text not null check (text <> '')
);
create index on evaluation_word (item_id);

-- What became of a finding: a challenge, a lesson or a matter.
create table evaluation_finding (
  item_id uuid not null references item on delete cascade,
  became_id uuid not null references item on delete cascade,
  statement text check (statement in ('understanding', 'acquaintance', 'measures', 'coordination', 'leadership', 'connections', 'focus', 'own_1', 'own_2', 'own_3')),
  word_id uuid references evaluation_word on delete cascade,
  primary key (item_id, became_id),
  check ((statement is null) <> (word_id is null))
);
create index on evaluation_finding (became_id);
create index on evaluation_finding (word_id);

-- Lessons by what they are tied to, for those who are about to begin on something of the same kind.
create index link_of_lesson on link (to_kind) where from_kind = 'lesson' and removed_at is null;
