-- How a partnership is led, and how politics steers it by other means than seats in the meetings.
create table governance_model (
  id uuid not null,
  kind text not null default 'governance_model' check (kind = 'governance_model'),
  leadership text check (leadership in ('administrative', 'political', 'mixed')),
  why text,
  mandate text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);

-- Who leads, stands in and is the secretariat, and how long.
create table governance_seat (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  role text not null check (role in ('chair', 'deputy', 'secretariat')),
  organisation_id uuid references organisation,
  holder text,
  from_on date,
  to_on date,
  check (from_on is null or to_on is null or from_on <= to_on)
);
create index on governance_seat (item_id);
create index on governance_seat (organisation_id);

-- What gives the political body influence and control: each with the day it is to be done, and the day it was.
create table governance_influence (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  means text not null check (means in ('mandate', 'consultation', 'orientation', 'report')),
  body text not null check (body <> ''),
  due_on date,
  done_on date,
  note text
);
create index on governance_influence (item_id);
