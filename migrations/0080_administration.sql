-- What those who run the installation see to: who is let in, what is kept how long, and what people ask of what is kept about them.

-- Who is let in no more; and an account that was deleted, which stays as a row without a name for what it points out.
alter table person
  add column blocked_at timestamptz,
  add column blocked_by uuid references person on delete set null,
  add column erased_at timestamptz;
create index person_administrators on person (id) where administrator;
create index identity_subject_part on identity using gin (lower(subject) gin_trgm_ops);
create index workspace_listed on workspace (title, id);
create index organisation_listed on organisation (name, id);

-- Somebody wants their account deleted. It is done when the day has come, and can be undone until then.
create table erasure (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  asked_at timestamptz not null,
  -- The person, or the administrator who was asked to.
  asked_by uuid references person on delete set null,
  -- Why an administrator did it for them; emptied when it is done.
  reason text,
  due_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references person on delete set null,
  done_at timestamptz,
  -- Why it waits although its day has come.
  waits_for text check (waits_for in ('leader', 'administrator')),
  -- How much was removed, emptied and left, by table.
  outcome jsonb,
  check (undone_at is null or done_at is null)
);
create unique index on erasure (person_id) where undone_at is null and done_at is null;
create index on erasure (due_at) where undone_at is null and done_at is null;

-- What administrators have decided, by name; what is not here is as the program has it.
create table setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null
);

-- When what is kept too long was last removed, kind by kind.
create table retention_run (
  kind text primary key,
  ran_at timestamptz not null,
  removed bigint not null,
  removed_in_all bigint not null
);

-- The whole house gone through, as `npm run verify` does it.
create table verify_run (
  id uuid primary key,
  asked_at timestamptz not null,
  asked_by uuid references person on delete set null,
  job_id uuid,
  done_at timestamptz,
  faults integer,
  lines text[] not null default '{}'
);
create index on verify_run (asked_at desc);

-- The installation has a chain of its own beside the workspaces'. It is read by time, by person and by what happened.
create index event_installation_person on event (person_id, sequence) where workspace_id = '00000000-0000-0000-0000-000000000001';
create index event_installation_what on event (what, sequence) where workspace_id = '00000000-0000-0000-0000-000000000001';
