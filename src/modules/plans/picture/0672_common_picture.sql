-- A round in which partners rate the challenges, each organisation for itself. A draft has asked nobody yet.
create table picture_round (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  number integer not null,
  title text collate norsk not null check (title <> ''),
  message text,
  -- The whole day in Oslo.
  due_on date not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'shown')),
  version integer not null default 1,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  asked_at timestamptz,
  reminded_at timestamptz,
  closed_at timestamptz,
  shown_at timestamptz,
  unique (workspace_id, number),
  check ((state = 'draft') = (asked_at is null)),
  check ((state in ('closed', 'shown')) = (closed_at is not null)),
  check ((state = 'shown') = (shown_at is not null))
);
create index on picture_round (due_on) where state = 'open';

-- The challenges that a round is about.
create table picture_challenge (
  round_id uuid not null references picture_round on delete cascade,
  item_id uuid not null references item on delete cascade,
  place integer not null,
  primary key (round_id, item_id)
);
create index on picture_challenge (item_id);

-- The one answer of an organisation in a round, which several of its people may write on.
create table picture_answer (
  id uuid primary key,
  round_id uuid not null references picture_round on delete cascade,
  organisation_id uuid not null references organisation,
  -- Counts every saving: two who write at once see each other.
  version integer not null default 0,
  saved_by uuid references person on delete set null,
  saved_at timestamptz,
  sent_by uuid references person on delete set null,
  sent_at timestamptz,
  channel text check (channel in ('link', 'page', 'phone', 'mail', 'meeting')),
  told_by text,
  told_on date,
  unique (round_id, organisation_id)
);
create index on picture_answer (organisation_id);

-- What an organisation says of a challenge. First as it is being written, which nobody else sees; then as it was sent.
create table picture_rating (
  id uuid primary key,
  answer_id uuid not null references picture_answer on delete cascade,
  item_id uuid not null references item on delete cascade,
  sent boolean not null default false,
  -- How important it is here, from 1 to 5; or that one does not know.
  importance integer check (importance between 1 and 5),
  unsure boolean not null default false check (not unsure or importance is null),
  recognised text check (recognised in ('yes', 'partly', 'no')),
  comment text,
  unique (answer_id, item_id, sent)
);
create index on picture_rating (item_id);

-- Who is asked on behalf of an organisation, each with a link of their own to the same answer.
create table picture_asked (
  id uuid primary key,
  answer_id uuid not null references picture_answer on delete cascade,
  person_id uuid not null references person on delete cascade,
  -- The link's pass and the latest mail; both are swept when they are old. None before the round is sent.
  pass_id uuid,
  mail_id uuid,
  mailed_at timestamptz,
  reminders integer not null default 0,
  -- A colleague who was asked to answer has the one who asked, and how far it has wandered.
  from_asked_id uuid references picture_asked on delete set null,
  depth integer not null default 0 check (depth >= 0),
  -- When they let a colleague answer instead: they may still write, and are not reminded.
  handed_on_at timestamptz,
  unique (answer_id, person_id)
);
create index on picture_asked (person_id);
create index on picture_asked (from_asked_id);
