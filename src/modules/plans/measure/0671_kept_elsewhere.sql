-- A measure that is kept in another system: what that is called, and where in it. Then nobody is asked for status or money here.
alter table measure
  add column kept_in text,
  add column kept_at text check (kept_at like 'https://%');
