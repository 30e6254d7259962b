-- A workspace, or its decisions for an archive, made into one file for the one who asked. The file is a staged one of theirs, and goes by itself.
create table workspace_export (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  what text not null check (what in ('workspace', 'noark5')),
  job_id uuid,
  file_id uuid references file on delete set null,
  made_at timestamptz not null
);
create index on workspace_export (workspace_id, person_id, made_at desc);
create index on workspace_export (person_id);
create index on workspace_export (file_id) where file_id is not null;

-- A file that somebody has brought, looked over and perhaps made a workspace of: once.
create table workspace_intake (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  file_id uuid not null references file on delete cascade,
  at timestamptz not null,
  workspace_id uuid references workspace on delete set null
);
create index on workspace_intake (person_id);
create index on workspace_intake (file_id);
create index on workspace_intake (workspace_id) where workspace_id is not null;

-- Where a workspace came from, and what happened there: for reading, beside its own chain of events.
create table workspace_brought (
  workspace_id uuid primary key references workspace on delete cascade,
  origin text not null,
  program text not null,
  made_at timestamptz not null,
  sha256 bytea not null check (length(sha256) = 32),
  history jsonb not null
);
create index on workspace_brought (sha256);
