-- Search. Beside the words that PostgreSQL stems (item.search) stands the text itself, folded, so that a part of a
-- compound and a misspelt word are found too: trigrams over search_title and search_text.

-- PostgreSQL trusts pg_trgm: whoever may create in the database may create it. Where somebody has done so already, nothing happens.
create extension if not exists pg_trgm;

-- Lower case, without accents, and æ ø å written ae oe aa: the two ways of writing them are the same, and å is never a.
-- `src/platform/search/fold.ts` does the same; a test holds the two together.
create function search_fold(given text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(translate(lower(normalize(given, nfc) collate norsk),
    'éèêëóòôõúùûüáàâãíìîïýñçčđŋšŧžöä', 'eeeeoooouuuuaaaaiiiiyncc' || 'dnstz' || 'øæ'), 'å', 'aa'), 'ø', 'oe'), 'æ', 'ae');

alter table item
  add column search_title text not null default '',
  add column search_text text not null default '',
  -- The kind's own texts as they were written, for the lines around a hit.
  add column search_body text not null default '',
  -- By which edition of the rules it was made findable; what is behind is done again by a job.
  add column search_edition smallint not null default 0;

create index item_search_title on item using gin (search_title gin_trgm_ops);
create index item_search_text on item using gin (search_text gin_trgm_ops);
-- For those who are not logged in, and the site map.
create index item_public on item (id) where removed_at is null and audience = 'public';
create index item_search_edition on item (search_edition);

create index organisation_search on organisation using gin (search_fold(name) gin_trgm_ops);
create index workspace_search on workspace using gin (search_fold(title) gin_trgm_ops);
