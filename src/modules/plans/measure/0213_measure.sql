create table measure (
  id uuid not null,
  kind text not null default 'measure' check (kind = 'measure'),
  description text,
  expected_result text,
  period_text text,
  starts_on date,
  ends_on date,
  recurrence text check (recurrence in ('once', 'ongoing', 'recurring', 'asneeded', 'conditional')),
  responsible_id uuid references person,
  status_note text,
  needs_decision text,
  anchoring_text text,
  indicator_text text,
  cost_text text,
  notes text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade,
  check (starts_on is null or ends_on is null or starts_on <= ends_on)
);

create table milestone (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  title text not null check (title <> ''),
  due_on date,
  done_on date
);
create index on milestone (item_id);

-- What a partner puts into a measure: money per year, people, competence or premises.
create table instrument (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  organisation_id uuid references organisation,
  type text not null check (type in ('money', 'people', 'competence', 'premises')),
  year integer check (year between 2000 and 2100),
  -- Whole kroner for money, man-years for people; nothing for what is not counted.
  amount numeric(14, 2) check (amount >= 0),
  state text not null default 'promised' check (state in ('wished', 'promised', 'committed')),
  note text
);
create index on instrument (item_id);
create index on instrument (organisation_id);
