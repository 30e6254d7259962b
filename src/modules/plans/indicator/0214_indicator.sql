create table indicator (
  id uuid not null,
  kind text not null default 'indicator' check (kind = 'indicator'),
  description text,
  qualitative boolean,
  direction text check (direction in ('up', 'down')),
  unit text,
  baseline numeric,
  baseline_on date,
  target numeric,
  target_on date,
  source text,
  source_url text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);

create table measurement (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  on_date date not null,
  value numeric,
  text text,
  source text,
  check (value is not null or text is not null)
);
create index on measurement (item_id, on_date);
