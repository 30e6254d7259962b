-- Long documents that somebody asked for: made as jobs, kept for some days, opened by nobody else.
create table document_order (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  -- The name of the file as it stands in the address, and what was chosen with it.
  file text not null,
  query text not null,
  -- The roles that the one who asked had then: with others, it must be made anew.
  rights text not null,
  asked_at timestamptz not null,
  job_id text,
  file_id uuid references file (id) on delete set null
);
create index document_order_asked on document_order (asked_at);
create index document_order_person on document_order (person_id);
create index document_order_workspace on document_order (workspace_id);
create index document_order_file on document_order (file_id);
