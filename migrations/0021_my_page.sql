-- When a person was last at their page, so that it can show what is new. Written at most once an hour.
create table visit (
  person_id uuid primary key references person on delete cascade,
  -- The visit before this one; nothing the first time.
  since timestamptz,
  latest timestamptz not null
);

-- The mail of the week: one for each person and week, whatever runs twice. Without a mail there was nothing to tell.
create table digest (
  person_id uuid not null references person on delete cascade,
  monday date not null check (extract(isodow from monday) = 1),
  mail_id uuid references mail on delete set null,
  primary key (person_id, monday)
);
create index on digest (mail_id) where mail_id is not null;

-- What a person has done, for what came of it.
create index on event (person_id, workspace_id, at) where item_id is not null;
