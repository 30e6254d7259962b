-- What the secretariat writes first in the report of a round. Every edition is kept, and the latest counts; an empty one takes it away.
create table status_introduction (
  id uuid primary key,
  round_id uuid not null references status_round on delete cascade,
  edition integer not null check (edition > 0),
  text text not null,
  person_id uuid references person on delete set null,
  written_at timestamptz not null,
  unique (round_id, edition)
);
