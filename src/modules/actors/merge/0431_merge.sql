-- Two organisations that are one, or two people: one stays, and the other leads to it. What was moved stands in `moved`.
alter table organisation add column merged_into_id uuid references organisation;
alter table person add column merged_into_id uuid references person;
create index on organisation (merged_into_id) where merged_into_id is not null;
create index on person (merged_into_id) where merged_into_id is not null;

create table merge (
  id uuid primary key,
  kind text not null check (kind in ('organisation', 'person')),
  -- Ids without foreign keys: a merge is history, and is itself never moved.
  from_id uuid not null,
  to_id uuid not null,
  -- The workspace that it was done in by those who lead it; none when an administrator did it.
  workspace_id uuid references workspace on delete cascade,
  from_name text not null,
  to_name text not null,
  name text not null,
  at timestamptz not null,
  by uuid,
  -- The order they were done in: of several that touch the same, the last is undone first.
  place bigint generated always as identity,
  undone_at timestamptz,
  undone_by uuid,
  check (from_id <> to_id)
);
create index on merge (from_id);
create index on merge (to_id);
create index on merge (workspace_id, at desc);

-- Two that look alike and are not the same: somebody has said so.
create table not_duplicate (
  kind text not null check (kind in ('organisation', 'person')),
  one_id uuid not null,
  other_id uuid not null,
  at timestamptz not null,
  by uuid,
  primary key (kind, one_id, other_id),
  check (one_id < other_id)
);

-- Names that look alike are found by their trigrams.
create extension if not exists pg_trgm;
create index on person using gin (lower(name) gin_trgm_ops);

-- What a name says beside the words that many have: «Lia kommune» and «lia» are alike, «Lia kommune» and «Re kommune» are not.
alter table organisation add column name_key text generated always as (
  btrim(regexp_replace(regexp_replace(lower(name), '\m(kommune|fylkeskommune|fylke|i|og|av|for|as|the|of|municipality|county)\M', ' ', 'g'), '[^[:alnum:]]+', ' ', 'g'))) stored;
create index on organisation using gin (name_key gin_trgm_ops);
