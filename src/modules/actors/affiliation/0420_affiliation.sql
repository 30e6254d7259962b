-- A person may belong to several organisations at once, and to one of them in several periods and with several titles.
alter table affiliation drop constraint affiliation_pkey;
alter table affiliation add column id uuid not null default gen_random_uuid() primary key;
alter table affiliation add constraint affiliation_period check (valid_from is null or valid_to is null or valid_from <= valid_to);
create index on affiliation (person_id);
create index on affiliation (organisation_id);

-- The short address of an organisation that has no official number and no orgnr: the last part of its id, which is chance.
create index organisation_short_id on organisation (right(id::text, 12));
