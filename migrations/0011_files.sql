-- Uploaded files. The content lies in the data folder under its own sha-256; a row gives it a name and an address that
-- cannot be guessed (the id is random, not in order of time). A staged file waits for the form that it belongs to.
create table file (
  id uuid primary key,
  sha256 bytea not null check (length(sha256) = 32),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null check (name <> ''),
  uploaded_by uuid references person on delete set null,
  uploaded_at timestamptz not null,
  staged_until timestamptz
);
create index on file (sha256);
create index on file (staged_until) where staged_until is not null;
create index on file (uploaded_by) where uploaded_by is not null;
