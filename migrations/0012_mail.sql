-- Mail to be sent, written in the same transaction as what it tells about. The bodies are cleared once sent, because a
-- link in them may be a way in; the row stays as a receipt.
create table mail (
  id uuid primary key,
  message_id text unique,
  person_id uuid references person on delete set null,
  recipient text not null check (recipient ~ '^[^\s@<>,;"]+@[^\s@<>,;"]+$'),
  reply_to text check (reply_to ~ '^[^\s@<>,;"]+@[^\s@<>,;"]+$'),
  subject text not null check (subject <> '' and subject !~ '[\r\n]'),
  text text,
  html text,
  language text not null check (language in ('nb', 'nn', 'en')),
  purpose text not null check (purpose <> ''),
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  last_failure text,
  check (sent_at is null or failed_at is null)
);
create index on mail (next_attempt_at) where sent_at is null and failed_at is null;
create index on mail (created_at);
create index on mail (person_id, created_at) where person_id is not null;
