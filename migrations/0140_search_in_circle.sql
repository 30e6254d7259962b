-- A search looks only where one may see something: the words of each circle of readers stand by themselves in one index, so that what is written
-- elsewhere in the installation is neither looked up nor read. `readable` still says, item by item, who may see it: two circles may have the same name.

-- Everybody, in sixteen parts by workspace, so that a search can stop when it has enough; an author alone; or those who are in the workspace.
create function search_circle(workspace uuid, audience text, author uuid) returns text
  language sql immutable parallel safe
  return case audience when 'public' then 'p' || left(md5(workspace::text), 1) when 'author' then left(md5(coalesce(author::text, '')), 4) else left(md5(workspace::text), 4) end;

-- Each word after its circle and where it stands: = in the title, : in the text, ~ as the stemmer has it.
create function search_in_circle(circle text, title tsvector, words tsvector, stems tsvector) returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array(select circle || w.word from (
    select '=' || unnest(tsvector_to_array(title)) union all select ':' || unnest(tsvector_to_array(words)) union all select '~' || unnest(tsvector_to_array(stems))) w(word)));

-- What waits to be put into an index is read whole by each look-up, and a search looks up in many circles: nothing waits.
create index item_search_in_circle on item using gin (search_in_circle(search_circle(workspace_id, audience, created_by), search_title_words, search_words, search))
  with (fastupdate = off) where removed_at is null;

-- Asked by nothing any more.
drop index item_search_title;
drop index item_search_title_words;
drop index item_search_idx;
