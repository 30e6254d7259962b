-- The opening of the minutes is written as what is said under the points is, and seen by the same: as a field of the meeting it was found in search and
-- read by other systems while the minutes were a draft.
create table minutes_opening (
  id uuid primary key,
  item_id uuid not null unique references item on delete cascade,
  place integer not null default 0,
  said text not null
);
insert into minutes_opening (id, item_id, said) select id, id, opening from meeting where opening is not null;
alter table meeting drop column opening;
