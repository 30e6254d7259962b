-- The register of municipalities and counties: what each has been called and numbered, and what is known of it.
create extension if not exists pg_trgm;

-- A number that only changed is the same organisation with several numbers. Days are the first and the last that it held; null: before our time, or still.
create table official_number (
  number text not null check (number ~ '^\d{2}(\d{2})?$'),
  organisation_id uuid not null references organisation on delete cascade,
  valid_from date,
  valid_to date,
  primary key (number, organisation_id)
);
create index on official_number (organisation_id);

-- `official` is the organisation's name ("Drammen kommune"), `place` the name of what it governs ("Drammen"), also in Sámi and Kven.
create table organisation_name (
  organisation_id uuid not null references organisation on delete cascade,
  name text collate norsk not null check (name <> ''),
  language text not null check (language in ('no', 'se', 'smj', 'sma', 'fkv')),
  form text not null check (form in ('official', 'place')),
  valid_from date,
  valid_to date,
  primary key (organisation_id, form, language, name)
);
create index on organisation_name (lower(name)) where form = 'official';
create index organisation_name_trigrams on organisation_name using gin (lower(name) gin_trgm_ops);
create index organisation_trigrams on organisation using gin (lower(name) gin_trgm_ops);

-- One row for each organisation of the register, also those that are no more. Population is on 1 January.
create table register_entry (
  organisation_id uuid primary key references organisation on delete cascade,
  county_id uuid references organisation,
  latitude numeric(6, 3),
  longitude numeric(6, 3),
  population integer check (population >= 0),
  population_year integer,
  population_source text,
  tile_x integer,
  tile_y integer,
  check ((population is null) = (population_year is null) and (population is null) = (population_source is null)),
  check ((tile_x is null) = (tile_y is null))
);
create index on register_entry (county_id);

-- The data that the program brought and that stand here, so that a start with nothing new costs one query.
create table register_version (
  digest text primary key,
  loaded_at timestamptz not null default now()
);

create index on succession (to_id);
