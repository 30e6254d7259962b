-- Who meets in an arena: an organisation, a person, or a person for an organisation.
create table arena_member (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  organisation_id uuid references organisation,
  person_id uuid references person,
  role text not null default 'member' check (role in ('leader', 'deputy_leader', 'secretary', 'member', 'deputy', 'observer')),
  valid_from date,
  valid_to date,
  check (valid_from <= valid_to)
);
create index on arena_member (item_id);
create index on arena_member (organisation_id);
create index on arena_member (person_id);

-- What one arena is meant to have to do with another. An arena that did not come along from another installation is none.
create table arena_tie (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  other_id uuid references item on delete cascade,
  type text not null check (type in ('prepares', 'reports', 'exchanges')),
  -- At most so many days between two contacts; none is as often as the workspace says.
  every_days integer check (every_days > 0),
  since date not null,
  note text
);
create index on arena_tie (item_id);
create index on arena_tie (other_id);
