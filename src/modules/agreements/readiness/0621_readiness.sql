-- That a step on the way to an agreement was passed by, and why. What is withdrawn stays as history.
create table readiness_override (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- The agreement that it was for; none before there was one.
  item_id uuid references item on delete cascade,
  step text not null check (step in ('mapped', 'asked', 'answered', 'anchored', 'agreed', 'roles', 'signed', 'accession', 'renewal')),
  reason text not null check (reason <> ''),
  overridden_by uuid references person on delete set null,
  overridden_at timestamptz not null,
  withdrawn_by uuid references person on delete set null,
  withdrawn_at timestamptz
);
create index on readiness_override (workspace_id);
create index on readiness_override (item_id);
create unique index on readiness_override (workspace_id, item_id, step) nulls not distinct where withdrawn_at is null;

-- Who takes part in an agreement and as what. Settled when its text is agreed; counts under the agreement's version.
create table agreement_role (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('leads', 'secretariat', 'takes_part', 'supports', 'not_now'))
);
create unique index on agreement_role (item_id, organisation_id);
create index on agreement_role (organisation_id);
