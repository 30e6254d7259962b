-- What was moved from one row to another, step by step, so that it can be moved back exactly: see src/platform/db/journal.
create table moved (
  journal uuid not null,
  -- One step is one table and one column; steps are undone backwards.
  step integer not null,
  place bigint generated always as identity,
  table_name text not null,
  -- The row's primary key as it was right after the step.
  key jsonb not null,
  -- The column that was changed; none when a whole row was removed (then it is `old`) or added (then it is `new`).
  column_name text,
  old jsonb,
  new jsonb,
  primary key (journal, step, place)
);
