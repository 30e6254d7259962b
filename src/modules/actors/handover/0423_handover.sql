-- What is left when a person leaves an organisation, and who is to see to it. It stands until it is settled.
create table handover (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- Who leaves, and what they leave.
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  last_day date not null,
  what text not null check (what in ('measure', 'membership', 'question')),
  -- The measure, the membership or the question.
  subject_id uuid not null,
  -- Whom it was given to; without one it is for those who lead the workspace.
  receiver_id uuid references person on delete set null,
  -- Whom the one who left thought of.
  proposed_id uuid references person on delete set null,
  raised_at timestamptz not null,
  raised_by uuid references person on delete set null,
  settled_at timestamptz,
  settled_by uuid references person on delete set null,
  outcome text check (outcome in ('given', 'not_needed')),
  given_to uuid references person on delete set null,
  check ((settled_at is null) = (outcome is null))
);
-- Raised once, however often somebody says that the person has left.
create unique index on handover (what, subject_id, person_id) where settled_at is null;
create index on handover (workspace_id) where settled_at is null;
create index on handover (receiver_id) where settled_at is null;
create index on handover (person_id);
