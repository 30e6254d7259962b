-- What a meeting is to take up, in order; and what was said about it. `number` never changes, so that papers and outcomes find their point.
create table agenda_point (
  item_id uuid not null references item on delete cascade,
  place integer not null,
  id uuid primary key,
  number integer not null,
  title text collate norsk not null check (title <> ''),
  kind text not null default 'discussion' check (kind in ('information', 'discussion', 'decision')),
  minutes integer check (minutes between 1 and 600),
  responsible_id uuid references person,
  -- A matter may be written after the meeting that takes it up, when a workspace is brought along.
  matter_id uuid references item on delete set null deferrable initially deferred,
  -- What it was suggested from: a follow-up, a decision to make, a measure.
  about_id uuid references item on delete set null deferrable initially deferred,
  note text,
  -- The minutes of this point, counted for themselves: several people write at once.
  said text,
  said_version integer not null default 0,
  said_by uuid references person on delete set null,
  said_at timestamptz,
  -- Counts changes of the point itself.
  version integer not null default 1,
  unique (item_id, number)
);
create index on agenda_point (matter_id);
create index on agenda_point (about_id);

-- Papers to a point, or to the whole meeting.
create table agenda_paper (
  item_id uuid not null references item on delete cascade,
  place integer not null,
  id uuid primary key,
  point_number integer,
  title text,
  file_id uuid not null references file
);
create index on agenda_paper (item_id);
create index on agenda_paper (file_id);

-- Decisions and follow-ups that were taken down at a point.
create table agenda_outcome (
  item_id uuid not null references item on delete cascade,
  place integer not null,
  id uuid primary key,
  point_number integer,
  outcome_id uuid not null references item on delete cascade deferrable initially deferred
);
create index on agenda_outcome (item_id);
create index on agenda_outcome (outcome_id);
