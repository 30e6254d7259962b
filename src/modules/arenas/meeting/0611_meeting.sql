-- A future meeting is a day and a clock in Oslo: it stays at nine o'clock whatever happens to summer time.
create table meeting (
  id uuid not null,
  kind text not null default 'meeting' check (kind = 'meeting'),
  held_on date,
  starts_at text check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends_at text check (ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  venue text,
  online_url text,
  about text,
  case_number text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
create index on meeting (held_on);
