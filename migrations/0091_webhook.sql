-- Where other systems are told that something happened in a workspace. The secret is derived from the installation's key and the edition, and stands nowhere.
create table webhook (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  address text not null check (address ~ '^https?://'),
  events text[] not null check (events <> '{}'),
  edition integer not null default 1,
  -- Until then the secret before this one signs too.
  earlier_until timestamptz,
  created_at timestamptz not null,
  created_by uuid references person,
  paused_at timestamptz,
  paused_why text
);
create index on webhook (workspace_id);
create index on webhook (created_by);

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook on delete cascade,
  event text not null,
  body jsonb not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  last_at timestamptz,
  last_status integer,
  last_failure text,
  done_at timestamptz
);
create index on webhook_delivery (webhook_id, created_at desc);
create index on webhook_delivery (created_at);
