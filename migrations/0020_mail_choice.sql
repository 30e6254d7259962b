-- What mail a person wants that they did not ask for themselves. No row is the usual: at most five in seven days.
create table mail_choice (
  person_id uuid primary key references person on delete cascade,
  per_week smallint not null default 5 check (per_week in (1, 3, 5, 10)),
  -- Everything gathered in the one mail of the week.
  gathered boolean not null default false,
  -- The summary on Monday morning.
  digest boolean not null default true,
  news boolean not null default true,
  -- No mail at all that they did not ask for; those who ask them something are told.
  nothing boolean not null default false,
  -- Through this day in Oslo.
  paused_until date,
  changed_at timestamptz not null
);

-- Workspaces that a person wants no news of; questions from there still come.
create table mail_muted (
  person_id uuid not null references person on delete cascade,
  workspace_id uuid not null references workspace on delete cascade,
  primary key (person_id, workspace_id)
);
create index on mail_muted (workspace_id);

-- Addresses that cannot be reached, since when and why: kept until a mail to them gets through.
create table mail_unreachable (
  address text primary key check (address = lower(address)),
  since timestamptz not null,
  status text
);

alter table mail
  -- Who caused it, and in which workspace: they see what becomes of it.
  add column sender_id uuid references person on delete set null,
  add column workspace_id uuid references workspace on delete set null,
  -- A question that is not sent by the end of this day in Oslo is not sent.
  add column last_day date,
  -- Why it waits, when that is by choice and not by fault. A gathered mail goes in the mail of the week, not by itself.
  add column held_why text check (held_why in ('bound', 'paused', 'gathered')),
  -- Why it was given up: the server said no, its day passed, or its reader wants none.
  add column failed_why text check (failed_why in ('server', 'deadline', 'unwanted')),
  -- What it says, in its parts, for the mail of the week; cleared with the text.
  add column content jsonb,
  -- The link to the choices above, that every mail one did not ask for ends with.
  add column choice_pass_id uuid references pass on delete set null,
  add column gathered_in uuid references mail on delete set null,
  add column bounced_at timestamptz,
  add column bounce_status text;
create index on mail (person_id, nature) where nature <> 'own';
create index on mail (last_day) where last_day is not null and sent_at is null and failed_at is null;
create index on mail (sender_id, created_at) where sender_id is not null;
create index on mail (bounced_at) where bounced_at is not null;
create index on mail (gathered_in) where gathered_in is not null;
create index on mail (workspace_id) where workspace_id is not null;
create index on mail (choice_pass_id) where choice_pass_id is not null;
update mail set failed_why = 'server' where failed_at is not null;

-- What came back for a mail: not delivered, late, somebody is away, or something that we do not understand.
create table mail_report (
  id uuid primary key,
  mail_id uuid not null references mail on delete cascade,
  at timestamptz not null,
  kind text not null check (kind in ('failed', 'delayed', 'away', 'unclear')),
  status text,
  detail text
);
create index on mail_report (mail_id, at);
