-- Keys that a person proves themselves with a second time. Only the public half is here.
create table passkey (
  id text primary key,
  person_id uuid not null references person on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text collate norsk not null check (name <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on passkey (person_id);
