-- Several ways in for one person. `provider` is email, demo, or the address of an issuer (OpenID Connect), and then `subject` is what
-- that issuer calls the person: it means something only together with the issuer. An address never makes two accounts one.
alter table identity drop constraint identity_provider_check;
alter table identity add constraint identity_provider_check check (provider in ('email', 'demo') or provider ~ '^https?://');
alter table identity add column last_used_at timestamptz;

-- How a session began, so that a log-out at the provider ends it. The ID token opens the provider's log-out; it is sealed with the
-- session's own secret, which only the browser has.
alter table session
  add column provider text,
  add column issuer text,
  add column sid text,
  add column subject text,
  add column id_token bytea,
  add column second_factor_at timestamptz;
create index on session (issuer, sid) where issuer is not null;
create index on session (issuer, subject) where issuer is not null;

-- Somebody is on the way to a provider and back. Used once; bound to the browser that began.
create table login_attempt (
  state_hash bytea primary key,
  browser_hash bytea not null,
  provider text not null,
  nonce text not null,
  verifier text not null,
  purpose text not null check (purpose in ('login', 'link')),
  return_to text,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on login_attempt (expires_at);

-- Somebody whom a provider knows and we do not, until they have proved who they are here. One for each browser.
create table stranger (
  browser_hash bytea primary key,
  provider text not null,
  issuer text not null,
  subject text not null,
  sid text,
  token_subject text not null,
  id_token bytea not null,
  suggested_email text,
  orgnr text,
  return_to text,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on stranger (expires_at);

-- A link that shall tie a way in to an account works only in the browser that asked for it.
alter table login_link add column browser_hash bytea;

-- Log-out messages that have been heeded, so that none is heeded twice.
create table logout_heard (
  message_hash bytea primary key,
  expires_at timestamptz not null
);
create index on logout_heard (expires_at);
