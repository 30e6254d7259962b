-- The text of an agreement, an edition at a time. What was agreed stands; a change is a new edition, which begins as a copy of the last.
create table agreement_edition (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  number integer not null check (number > 0),
  -- Why it was opened; nothing for the first.
  reason text,
  opened_on date not null,
  agreed_on date,
  agreed_note text,
  agreed_by uuid references person,
  check (agreed_by is null or agreed_on is not null)
);
create unique index on agreement_edition (item_id, number);
create index on agreement_edition (agreed_by);

create table agreement_section (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  edition integer not null check (edition > 0),
  -- The same in each edition: a section of the template by its name, others by a random one.
  key text not null check (key <> ''),
  heading text not null check (heading <> ''),
  body text not null default '',
  -- Its own version, so that two who write in different sections do not meet.
  revision integer not null default 1
);
create unique index on agreement_section (item_id, edition, key);

-- The parties of an agreement: where it is anchored with each, who signed for it, and when it came or left.
create table agreement_party (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  organisation_id uuid not null references organisation,
  -- The day it joined; nothing for those that were there from the start.
  joined_on date,
  -- Whom it took over from, when that one became another.
  succeeds_id uuid references organisation,
  anchored_body text,
  anchored_on date,
  anchored_case text,
  anchored_by uuid references person,
  signed_name text,
  signed_on date,
  signed_edition integer,
  signed_file_id uuid references file,
  -- Why it was signed before the text was agreed.
  signed_early text,
  signed_by uuid references person,
  left_on date,
  left_why text,
  revision integer not null default 1
);
create unique index on agreement_party (item_id, organisation_id);
create index on agreement_party (organisation_id);
create index on agreement_party (succeeds_id);
create index on agreement_party (signed_file_id);
create index on agreement_party (anchored_by);
create index on agreement_party (signed_by);

-- When a party is no more: whether the one that came after it takes over the agreement.
create table agreement_succession (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  from_id uuid not null references organisation,
  to_id uuid not null references organisation,
  answer text not null check (answer in ('taken_over', 'not', 'renegotiated')),
  note text,
  answered_on date not null,
  answered_by uuid references person
);
create index on agreement_succession (item_id);
create index on agreement_succession (from_id);
create index on agreement_succession (to_id);
create index on agreement_succession (answered_by);

-- What members say about a section while it is being written. Not part of the agreement.
create table agreement_comment (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  section_id uuid not null references agreement_section on delete cascade,
  person_id uuid references person,
  text text not null check (text <> ''),
  said_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid references person
);
create index on agreement_comment (item_id);
create index on agreement_comment (section_id);
create index on agreement_comment (person_id);
create index on agreement_comment (resolved_by);

-- That those who lead were reminded of a renewal: once for each day that was set.
create table agreement_reminded (
  item_id uuid not null references item on delete cascade,
  renew_by date not null,
  reminded_at timestamptz not null,
  primary key (item_id, renew_by)
);
