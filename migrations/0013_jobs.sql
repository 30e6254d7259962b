-- How far long work has come, for the page that waits for it. The jobs themselves are pg-boss's, in its own schema.
create table job_progress (
  job_id uuid primary key,
  done integer not null check (done >= 0),
  total integer not null check (total >= 0),
  at timestamptz not null
);
create index on job_progress (at);
