-- The core that every module builds on: who, where, what, how it is tied together and what happened.

-- Order as Norwegians read it (æ ø å last, aa as å), also in a database that was not made with it.
create collation norsk (provider = icu, locale = 'nb-NO');

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('municipality', 'county', 'state', 'academia', 'business', 'volunteers', 'region', 'other')),
  name text collate norsk not null check (name <> ''),
  orgnr text check (orgnr ~ '^\d{9}$'),
  official_number text check (official_number ~ '^\d{2}(\d{2})?$'),
  valid_from date,
  valid_to date,
  example boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index on organisation (orgnr) where orgnr is not null;
create index on organisation (lower(name));

create table succession (
  from_id uuid not null references organisation,
  to_id uuid not null references organisation,
  on_date date not null,
  kind text not null check (kind in ('merge', 'split', 'rename')),
  primary key (from_id, to_id, on_date)
);

create table person (
  id uuid primary key,
  name text collate norsk not null check (name <> ''),
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  administrator boolean not null default false,
  created_at timestamptz not null default now()
);

-- A way in. E-mail alone never merges two people.
create table identity (
  provider text not null check (provider in ('email', 'demo', 'oidc')),
  subject text not null,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null default now(),
  primary key (provider, subject)
);
create index on identity (person_id);

create table affiliation (
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  title text,
  valid_from date,
  valid_to date,
  primary key (person_id, organisation_id)
);

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on session (person_id);

create table login_link (
  token_hash bytea primary key,
  email text not null,
  return_to text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  consumed_at timestamptz
);

create table workspace (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text collate norsk not null check (title <> ''),
  kind text not null check (kind in ('partnership', 'programme', 'guidance', 'process', 'collection')),
  state text not null default 'active' check (state in ('active', 'archived')),
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  template text not null,
  -- Priority areas stand under goals, or goals under priority areas, as the plan has it.
  areas_above_goals boolean not null default false,
  parts_in_use text[] not null default '{}',
  focus_areas integer,
  focus_measures_per_area integer,
  focus_measures_per_organisation integer,
  focus_reason text,
  public boolean not null default false,
  example boolean not null default false,
  legal_owner_id uuid references organisation,
  data_controller_id uuid references organisation,
  archive_responsible_id uuid references organisation,
  funder text,
  ends_on date,
  next_number integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table party (
  workspace_id uuid not null references workspace on delete cascade,
  organisation_id uuid not null references organisation,
  role text not null default 'partner' check (role in ('owner', 'partner', 'mentioned')),
  valid_from date,
  valid_to date,
  primary key (workspace_id, organisation_id)
);
create index on party (organisation_id);

create table membership (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('leader', 'secretariat', 'partner', 'process_leader', 'guide', 'reference_group', 'researcher', 'political', 'participant')),
  organisation_id uuid references organisation,
  valid_from date not null default current_date,
  valid_to date
);
create index on membership (person_id);
create index on membership (workspace_id);

create table item (
  id uuid primary key,
  kind text not null,
  workspace_id uuid not null references workspace on delete cascade,
  number integer not null,
  title text collate norsk not null check (title <> ''),
  -- The plan's own numbering, as written ("1.2", "T3").
  code text,
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  audience text not null default 'workspace' check (audience in ('public', 'workspace', 'roles', 'organisation', 'author')),
  audience_roles text[] not null default '{}',
  audience_organisation_id uuid references organisation,
  state text,
  place integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid references person,
  changed_at timestamptz not null,
  changed_by uuid references person,
  removed_at timestamptz,
  removed_by uuid references person,
  search tsvector not null default ''::tsvector,
  unique (workspace_id, number),
  unique (id, kind),
  check (audience <> 'organisation' or audience_organisation_id is not null),
  check (audience <> 'roles' or audience_roles <> '{}')
);
create index on item (workspace_id, kind, place, number) where removed_at is null;
create index on item (workspace_id, changed_at desc);
create index on item using gin (search);

-- Who owns an item and who takes part in it.
create table item_organisation (
  item_id uuid not null references item on delete cascade,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('owner', 'partner')),
  place integer not null default 0,
  primary key (item_id, role, organisation_id)
);
create index on item_organisation (organisation_id);

-- Which kinds a relation may tie; written from the modules' manifests at start.
create table relation (
  relation text not null,
  from_kind text not null,
  to_kind text not null,
  primary key (relation, from_kind, to_kind)
);

create table link (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  relation text not null,
  from_id uuid not null,
  from_kind text not null,
  to_id uuid not null,
  to_kind text not null,
  note text,
  created_at timestamptz not null,
  created_by uuid references person,
  removed_at timestamptz,
  removed_by uuid references person,
  foreign key (from_id, from_kind) references item (id, kind) on delete cascade,
  foreign key (to_id, to_kind) references item (id, kind) on delete cascade,
  foreign key (relation, from_kind, to_kind) references relation,
  check (from_id <> to_id)
);
create unique index on link (from_id, to_id, relation) where removed_at is null;
create index on link (to_id);
create index on link (from_id);
create index on link (workspace_id);

-- What happened. The contents stand here and may be deleted by right; the chain covers their salted digests.
create table event (
  workspace_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  what text not null,
  item_id uuid,
  item_version integer,
  person_id uuid,
  acting_for_id uuid,
  via text not null,
  body jsonb not null,
  salt bytea not null,
  primary key (workspace_id, sequence)
);
create index on event (workspace_id, item_id, item_version);
create index on event (workspace_id, at);

create table event_chain (
  workspace_id uuid not null,
  sequence bigint not null,
  digest bytea not null,
  mac bytea not null,
  primary key (workspace_id, sequence)
);

create table event_head (
  workspace_id uuid primary key,
  sequence bigint not null,
  mac bytea not null
);

-- A form that is sent twice is one change: the key is unique in the transaction that makes it.
create table submission (
  key text primary key,
  location text not null,
  at timestamptz not null default now()
);
create index on submission (at);
