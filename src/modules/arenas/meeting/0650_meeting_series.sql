-- Meetings that come again and again. They are made as real meetings; an exception is a meeting that was changed.
create table meeting_series (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  title text collate norsk not null check (title <> ''),
  -- Every n weeks, or a weekday of the month: the first (1) to the fourth, or the last (-1).
  every_weeks integer check (every_weeks between 1 and 52),
  nth_in_month integer check (nth_in_month between 1 and 4 or nth_in_month = -1),
  first_on date not null,
  last_on date not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends_at text not null check (ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  -- When it was sent as one invitation, and how many times it has been sent since.
  called_at timestamptz,
  sequence integer not null default 0,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  check ((every_weeks is null) <> (nth_in_month is null)),
  check (last_on >= first_on)
);
create index on meeting_series (workspace_id);

-- What calendars know of a meeting: which of a series it is, what was last sent, and how many times.
create table meeting_call (
  meeting_id uuid primary key references item on delete cascade,
  series_id uuid references meeting_series on delete set null,
  -- The day it had in the series from the start: how calendars know it again when it is moved.
  series_on date,
  -- Each sending counts; calendars keep the highest.
  sequence integer not null default 0,
  called_at timestamptz,
  -- The message that went with it, and what was sent as it stood: day, times, place, link, title.
  message text,
  sent_as text,
  -- It goes under the name of its series, which was sent as one.
  with_series boolean not null default false
);
create index on meeting_call (series_id);

-- Who is called, on behalf of whom; what they answered, and whether they came.
create table meeting_invitee (
  id uuid primary key,
  meeting_id uuid not null references item on delete cascade,
  person_id uuid not null references person on delete cascade,
  organisation_id uuid references organisation,
  role text,
  pass_id uuid,
  mail_id uuid,
  mailed_at timestamptz,
  answer text check (answer in ('yes', 'no', 'maybe')),
  word text,
  answered_at timestamptz,
  attended text check (attended in ('present', 'apology', 'absent')),
  unique (meeting_id, person_id)
);
create index on meeting_invitee (person_id);

-- A calendar of one's own meetings, for a calendar program. The address is made of the id and a code; taken back, it opens nothing.
create table calendar_feed (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create unique index on calendar_feed (person_id) where revoked_at is null;

-- A mail may carry an invitation that calendars understand.
alter table mail add column calendar text;
