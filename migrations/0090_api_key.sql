-- Keys by which other systems read and write in one workspace. The key is shown once; only its hash is kept.
create table api_key (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  name text collate norsk not null check (name <> ''),
  token_hash bytea not null unique,
  -- How it begins, so that people can tell two keys apart.
  hint text not null,
  -- It sees what this role sees, and no more.
  role text not null check (role in ('participant', 'secretariat')),
  writes boolean not null default false,
  -- Null is every kind of item.
  kinds text[] check (kinds <> '{}'),
  last_day date not null,
  created_at timestamptz not null,
  created_by uuid references person,
  revoked_at timestamptz,
  revoked_by uuid references person,
  last_used_at timestamptz,
  reminded_at timestamptz,
  check (not writes or role = 'secretariat')
);
create index on api_key (workspace_id);
create index on api_key (last_day) where revoked_at is null;
create index on api_key (created_by);
create index on api_key (revoked_by);

-- What was answered to a change that carried an Idempotency-Key: sent again, it is answered the same and done once.
create table api_answer (
  key bytea primary key,
  fingerprint bytea not null,
  status integer not null,
  headers jsonb not null,
  body text not null,
  at timestamptz not null
);
create index on api_answer (at);
