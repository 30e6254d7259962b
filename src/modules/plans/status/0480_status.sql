-- A round in which a workspace asks how its measures are going. A draft has asked nobody yet.
create table status_round (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  number integer not null,
  title text collate norsk not null check (title <> ''),
  message text,
  -- The whole day in Oslo.
  due_on date not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  -- Which measures a draft is about: all that are open, those that are late, or those of one goal, area, organisation or measure.
  scope text not null default 'open' check (scope in ('open', 'late', 'goal', 'priority_area', 'organisation', 'measure')),
  scope_id uuid,
  left_out uuid[] not null default '{}',
  version integer not null default 1,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  asked_at timestamptz,
  -- When the one reminder that comes by itself was sent.
  reminded_at timestamptz,
  closed_at timestamptz,
  unique (workspace_id, number),
  check ((state = 'draft') = (asked_at is null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index on status_round (due_on) where state = 'open';

-- Whom a workspace asks on behalf of an organisation that nobody represents in it; without organisation: measures without owner.
create table status_contact (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  organisation_id uuid references organisation,
  person_id uuid not null references person on delete cascade,
  named_at timestamptz not null,
  unique nulls not distinct (workspace_id, organisation_id, person_id)
);
create index on status_contact (person_id);

-- Who is asked in a round, on behalf of whom, with one link for everything they are asked.
create table status_asked (
  id uuid primary key,
  round_id uuid not null references status_round on delete cascade,
  person_id uuid not null references person on delete cascade,
  organisation_id uuid references organisation,
  -- The link's pass and the latest mail; both are swept when they are old.
  pass_id uuid,
  mail_id uuid,
  mailed_at timestamptz not null,
  reminders integer not null default 0,
  -- A colleague who was handed the question has the one who handed it over, and how far it has wandered.
  from_asked_id uuid references status_asked on delete cascade,
  depth integer not null default 0 check (depth >= 0),
  unique (round_id, person_id)
);
create index on status_asked (person_id);
create index on status_asked (from_asked_id);

-- The one answer about a measure in a round: first what is being written, which nobody acts on until it is sent.
create table status_answer (
  id uuid primary key,
  round_id uuid not null references status_round on delete cascade,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  -- Where the measure stood when it was asked about, to see what moved.
  asked_state text,
  state text,
  note text,
  result text,
  decision text,
  not_ours boolean not null default false,
  why_not text,
  -- Counts every saving: two who write at once see each other.
  version integer not null default 0,
  -- The version of the measure that the one who writes has seen.
  seen_version integer not null,
  saved_by uuid references person on delete set null,
  saved_at timestamptz,
  sending_id uuid,
  unique (round_id, item_id)
);
create index on status_answer (item_id);

-- Which answers a person is asked for. One that was handed on stays, so that it can be taken back.
create table status_share (
  asked_id uuid not null references status_asked on delete cascade,
  answer_id uuid not null references status_answer on delete cascade,
  handed_to uuid references status_asked on delete set null,
  primary key (asked_id, answer_id)
);
create index on status_share (answer_id);

-- Every answer that was sent, as it was sent; the latest is the one that counts.
create table status_sending (
  id uuid primary key,
  answer_id uuid not null references status_answer on delete cascade,
  asked_id uuid references status_asked on delete set null,
  state text,
  note text,
  result text,
  decision text,
  not_ours boolean not null default false,
  why_not text,
  answer_version integer not null,
  channel text not null check (channel in ('link', 'page', 'phone', 'mail', 'meeting')),
  -- Who sent it: the one who was asked, or the one who wrote down what somebody else said, and when and who that was.
  person_id uuid references person on delete set null,
  organisation_id uuid references organisation,
  told_by text,
  told_on date,
  sent_at timestamptz not null,
  -- The version of the measure that it became; nothing when the plan was not changed.
  item_version integer,
  -- What somebody else had written in the plan meanwhile, and which therefore stands beside the answer.
  kept jsonb,
  result_item_id uuid references item on delete set null
);
create index on status_sending (answer_id);
alter table status_answer add foreign key (sending_id) references status_sending on delete set null;
