-- What a workspace has said is to be done when organisations in it become others: planned until the day, then done by a job.
create table succession_step (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  on_date date not null,
  -- Those that are no more from that day, as they were when it was said; ids without foreign keys, because it is history.
  from_ids uuid[] not null check (from_ids <> '{}'),
  -- Who takes over what: {"parties": […], "default": id, "items": {…}, "people": {…}}.
  choices jsonb not null,
  state text not null check (state in ('planned', 'done', 'undone')),
  confirmed_at timestamptz not null,
  confirmed_by uuid references person on delete set null,
  done_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references person on delete set null,
  place bigint generated always as identity
);
create index on succession_step (workspace_id, place);
create index on succession_step (on_date) where state = 'planned';
-- One standing answer for each: two who confirm at once are one.
create unique index on succession_step (workspace_id, on_date, (from_ids[1])) where state <> 'undone';
