-- A round in which a workspace asks partners, and those who may become so, what they expect of each other. A draft has asked nobody yet.
create table expectation_round (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  number integer not null,
  title text collate norsk not null check (title <> ''),
  message text,
  -- The whole day in Oslo.
  due_on date not null,
  -- Who sees the answers when they are shown. Those who write are told first, so it stands from when they are asked.
  shown_to text not null default 'asked' check (shown_to in ('members', 'asked')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'released')),
  version integer not null default 1,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  asked_at timestamptz,
  reminded_at timestamptz,
  closed_at timestamptz,
  released_at timestamptz,
  -- The last day of replying to what others expect, once the answers are shown.
  reply_by date,
  unique (workspace_id, number),
  check ((state = 'draft') = (asked_at is null)),
  check ((state in ('closed', 'released')) = (closed_at is not null)),
  check ((state = 'released') = (released_at is not null and reply_by is not null))
);
create index on expectation_round (due_on) where state = 'open';
create index on expectation_round (reply_by) where state = 'released';

-- The one answer of an organisation in a round, which several of its people may write on.
create table expectation_answer (
  id uuid primary key,
  round_id uuid not null references expectation_round on delete cascade,
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
create index on expectation_answer (organisation_id);

-- What an organisation expects, offers, or must have in place. First as it is being written, which nobody else sees; then as it was sent.
create table expectation_statement (
  id uuid primary key,
  answer_id uuid not null references expectation_answer on delete cascade,
  sent boolean not null default false,
  place integer not null,
  what text not null check (what in ('expects', 'offers', 'needs')),
  kind text check (kind in ('instrument', 'people', 'competence', 'network', 'other')),
  -- Of whom it is expected; nobody in particular is the partnership as a whole.
  about_id uuid references organisation,
  text text not null check (text <> '')
);
create index on expectation_statement (answer_id);
create index on expectation_statement (about_id) where about_id is not null;

-- Who is asked on behalf of an organisation, each with a link of their own to the same answer.
create table expectation_asked (
  id uuid primary key,
  answer_id uuid not null references expectation_answer on delete cascade,
  person_id uuid not null references person on delete cascade,
  -- The link's pass and the latest mail; both are swept when they are old. None before the round is sent.
  pass_id uuid,
  mail_id uuid,
  mailed_at timestamptz,
  reminders integer not null default 0,
  -- A colleague who was asked to answer has the one who asked, and how far it has wandered.
  from_asked_id uuid references expectation_asked on delete set null,
  depth integer not null default 0 check (depth >= 0),
  -- When they let a colleague answer instead: they may still write, and are not reminded.
  handed_on_at timestamptz,
  unique (answer_id, person_id)
);
create index on expectation_asked (person_id);
create index on expectation_asked (from_asked_id);

-- What the one who is expected something of says to it.
create table expectation_reply (
  id uuid primary key,
  statement_id uuid not null unique references expectation_statement on delete cascade,
  reply text not null check (reply in ('accepted', 'adjusted', 'declined')),
  word text,
  version integer not null default 1,
  replied_at timestamptz not null,
  person_id uuid references person on delete set null,
  organisation_id uuid references organisation,
  channel text not null check (channel in ('link', 'page', 'phone', 'mail', 'meeting')),
  told_by text,
  told_on date
);
create index on expectation_reply (organisation_id);
