-- An organisation may leave a workspace and come back: a row for each time it takes part, and one at most that is not over.
alter table party drop constraint party_pkey;
alter table party add column id uuid primary key default gen_random_uuid();
create unique index party_now on party (workspace_id, organisation_id) where valid_to is null;
create index on party (workspace_id);
