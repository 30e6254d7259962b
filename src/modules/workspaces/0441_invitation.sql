-- Somebody is asked to take part, or to answer for an organisation that is asked to.
create table invitation (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  kind text not null check (kind in ('person', 'organisation')),
  -- Who is asked now. When it is passed on, this is the colleague.
  person_id uuid not null references person on delete cascade,
  email text not null,
  -- The person was made by this invitation, and is perhaps nobody else's account.
  person_made boolean not null,
  organisation_id uuid references organisation,
  role text not null check (role in ('leader', 'secretariat', 'partner', 'process_leader', 'guide', 'reference_group', 'researcher', 'political', 'participant')),
  member_from date,
  member_to date,
  greeting text,
  language text not null check (language in ('nb', 'nn', 'en')),
  state text not null default 'sent' check (state in ('sent', 'reminded', 'accepted', 'declined', 'withdrawn', 'expired')),
  last_day date not null,
  pass_id uuid,
  mail_id uuid,
  invited_by uuid references person on delete set null,
  invited_at timestamptz not null,
  reminded_at timestamptz,
  -- The reminder that comes by itself comes once for each last day.
  reminded_by_itself boolean not null default false,
  passed_on_at timestamptz,
  passed_on_by uuid references person on delete set null,
  answered_at timestamptz,
  -- Why not, if they liked to say.
  answer text,
  check (kind = 'person' or organisation_id is not null)
);
create index on invitation (workspace_id, invited_at desc);
create index on invitation (person_id);
create index on invitation (last_day) where state in ('sent', 'reminded');
