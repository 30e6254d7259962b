-- What has happened to a matter, in the order it happened; never changed, only added to. The rows count under the matter's version: so a step that
-- two people take at once is taken once, and steps follow the matter in its history, exchange and backup.
create table matter_step (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  what text not null check (what in ('raised', 'prepared', 'handled', 'forwarded', 'returned', 'decided', 'closed', 'reopened')),
  -- The arena that has it after the step, and, where it changed hands, the one that had it.
  arena_id uuid references item on delete set null,
  from_arena_id uuid references item on delete set null,
  meeting_id uuid references item on delete set null,
  happened_on date not null,
  note text,
  taken_at timestamptz not null,
  taken_by uuid references person
);
create index on matter_step (item_id, place);
create index on matter_step (arena_id, happened_on);
create index on matter_step (from_arena_id, happened_on);
create index on matter_step (meeting_id);
create index on matter_step (taken_by);
