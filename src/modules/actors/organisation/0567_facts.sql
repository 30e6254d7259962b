-- What an administrator keeps right of an organisation that no register keeps for us.
alter table organisation
  add column web text check (web ~ '^https?://'),
  add column place text collate norsk check (place <> ''),
  -- Counts what people correct, so that two who correct at once see each other.
  add column version integer not null default 1;
