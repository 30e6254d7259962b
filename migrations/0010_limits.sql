-- How often something was tried lately, kept here so that limits hold across processes and restarts.
-- The key is a keyed hash: neither an e-mail address nor an IP address can be read back.
create table rate_limit (
  key bytea primary key,
  hits timestamptz[] not null,
  expires_at timestamptz not null
);
create index on rate_limit (expires_at);
