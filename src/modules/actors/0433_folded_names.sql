-- Names and short texts as the search has them, folded when they are written: folding a register of names for every search took longer than all
-- else in it. What is computed from other columns follows them when they change or are deleted.
alter table organisation add column search_name text not null generated always as (search_fold(name)) stored;
alter table organisation_name add column search_name text not null generated always as (search_fold(name)) stored;
alter table workspace add column search_title text not null generated always as (search_fold(title)) stored;
alter table person add column search_name text not null generated always as (search_fold(name)) stored;
alter table offer add column search_text text not null generated always as (search_fold(text)) stored;

-- Texts in a row; joining them is only stable where what is joined may be of any type.
create function search_fold_all(given text[]) returns text
  language sql immutable strict parallel safe
  return search_fold(array_to_string(given, ' '));
alter table profile add column search_help text not null generated always as (search_fold_all(array[help] || topics)) stored;

drop index organisation_search;
drop index workspace_search;
create index organisation_search_name on organisation using gin (search_name gin_trgm_ops);
create index organisation_name_search_name on organisation_name using gin (search_name gin_trgm_ops);
create index workspace_search_title on workspace using gin (search_title gin_trgm_ops);
