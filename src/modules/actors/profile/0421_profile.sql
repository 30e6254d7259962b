-- What a person tells of themselves, and where it may be shown. Each part has its own consent, and the least is where it begins.
create table profile (
  person_id uuid primary key references person on delete cascade,
  help text,
  topics text[] not null default '{}',
  phone text,
  -- Shown to nobody, to those in the same workspaces, or to everybody.
  show_name text not null default 'nobody' check (show_name in ('nobody', 'workspaces', 'everybody')),
  show_role text not null default 'nobody' check (show_role in ('nobody', 'workspaces', 'everybody')),
  show_contact text not null default 'nobody' check (show_contact in ('nobody', 'workspaces', 'everybody')),
  show_help text not null default 'nobody' check (show_help in ('nobody', 'workspaces', 'everybody')),
  version integer not null default 1,
  search tsvector not null default ''::tsvector
);
create index on profile using gin (search);

-- What was said yes to, and when; a consent must be possible to show afterwards. The newest row of each part is the one that holds.
create table consent_change (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  part text not null check (part in ('name', 'role', 'contact', 'help')),
  shown_to text not null check (shown_to in ('nobody', 'workspaces', 'everybody')),
  at timestamptz not null
);
create index on consent_change (person_id, at);
