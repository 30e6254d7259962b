-- A spreadsheet on its way into a workspace's plan. Nothing of it is in the plan before it is done; the file is kept.
create table plan_import (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  file_id uuid not null references file,
  state text not null check (state in ('reading', 'read', 'refused', 'saving', 'done')),
  -- The job that reads or saves, while there is one.
  job_id uuid,
  -- Why it was refused: a code and its parameters, said in the reader's language.
  refusal jsonb,
  -- How the sheets and columns are taken, and what the person has chosen.
  layout jsonb,
  choices jsonb not null default '{}',
  version integer not null default 1,
  counts jsonb,
  created_at timestamptz not null,
  created_by uuid references person on delete set null,
  done_at timestamptz,
  done_by uuid references person on delete set null
);
create index on plan_import (workspace_id, created_at desc);
create index on plan_import (file_id);

-- What was read of the file by the layout, kept so that no page has to read it again. Removed when the import is done.
create table plan_reading (
  import_id uuid primary key references plan_import on delete cascade,
  plan jsonb not null,
  preview jsonb not null
);

-- Where an item came from, and what the file said of it: by this a newer version knows what is changed in the file and what in Trådverk.
create table imported_row (
  import_id uuid not null references plan_import on delete cascade,
  item_id uuid not null references item on delete cascade,
  sheet text not null,
  row integer not null,
  said jsonb not null,
  primary key (item_id, import_id)
);
create index on imported_row (import_id);
