-- What a partnership tells the political body of a year: an item, with its text an edition at a time. A finished edition stands; a change is a new one.
create table yearly_report (
  id uuid not null,
  kind text not null default 'yearly_report' check (kind = 'yearly_report'),
  from_on date,
  to_on date,
  recipient text,
  case_number text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);

create table yearly_report_edition (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  number integer not null check (number > 0),
  reason text,
  opened_on date not null,
  -- The day it was finished.
  agreed_on date,
  agreed_note text,
  agreed_by uuid references person,
  -- The day that its figures were fetched from the workspace.
  fetched_on date,
  check (agreed_by is null or agreed_on is not null)
);
create unique index on yearly_report_edition (item_id, number);
create index on yearly_report_edition (agreed_by);

create table yearly_report_section (
  id uuid primary key,
  item_id uuid not null references item on delete cascade,
  place integer not null default 0,
  edition integer not null check (edition > 0),
  key text not null check (key <> ''),
  heading text not null check (heading <> ''),
  body text not null default '',
  revision integer not null default 1,
  -- What was drafted from the workspace when it was last fetched: against it one sees what people have written, and what has changed since.
  drafted text,
  -- Tables and bars as blocks of a document, in JSON.
  figures text not null default '[]'
);
create unique index on yearly_report_section (item_id, edition, key);
