-- What an organisation can contribute: money, people, competence or premises, in a sentence.
create table offer (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('money', 'people', 'competence', 'premises')),
  text text not null check (text <> ''),
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  starts_on date,
  ends_on date,
  contact_id uuid references person on delete set null,
  -- For everybody, or for those it works with.
  audience text not null default 'partners' check (audience in ('public', 'partners')),
  -- Written by those who lead this workspace, on behalf of the organisation. It is for those in that workspace only.
  on_behalf_in uuid references workspace on delete cascade,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid references person on delete set null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null,
  removed_at timestamptz,
  search tsvector not null default ''::tsvector,
  check (starts_on is null or ends_on is null or starts_on <= ends_on),
  check (on_behalf_in is null or audience = 'partners')
);
create index on offer (organisation_id) where removed_at is null;
create index on offer (contact_id);
create index on offer (on_behalf_in);
create index on offer using gin (search);

-- Who wrote what when: one row for each version of an offer.
create table offer_version (
  offer_id uuid not null references offer on delete cascade,
  version integer not null,
  at timestamptz not null,
  person_id uuid references person on delete set null,
  on_behalf_in uuid references workspace on delete set null,
  body jsonb not null,
  primary key (offer_id, version)
);
