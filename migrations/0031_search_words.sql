-- Words instead of trigrams of long texts: the folded words of each item, and a small list of all words there are, where a part of a
-- compound is looked up first. The list says what to look for in items and is never shown: what is found is filtered by who may see it.

alter table item
  add column search_words tsvector not null generated always as (strip(to_tsvector('simple'::regconfig, search_text))) stored,
  add column search_title_words tsvector not null generated always as (strip(to_tsvector('simple'::regconfig, search_title))) stored;
drop index item_search_text;
create index item_search_words on item using gin (search_words) with (gin_pending_list_limit = 512);
create index item_search_title_words on item using gin (search_title_words) with (gin_pending_list_limit = 512);
create index item_seen on item (workspace_id, audience, changed_at desc) where removed_at is null;

-- No key: two who write the same new word at once do not wait for each other, and a word that stands twice does no harm.
create table search_word (word text collate "C" not null);
create index search_word_word on search_word (word);
create index search_word_parts on search_word using gin (word gin_trgm_ops);
insert into search_word select distinct unnest(tsvector_to_array(search_words)) from item;
