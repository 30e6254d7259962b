-- A way in to one thing, sent by e-mail: to answer a question, to accept an invitation, to choose what mail one gets.
-- The token is made of the id and a key that is not here: whoever has only the database has no link.
create table pass (
  id uuid primary key,
  purpose text not null check (purpose <> ''),
  -- What it is about; what kind of thing that is follows from the purpose.
  subject_id uuid not null,
  -- Whom it was sent to. What is done with it is done by them.
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  -- Through this day in Oslo; none is until it is taken back.
  last_day date,
  revoked_at timestamptz
);
create index on pass (subject_id, purpose);
create index on pass (person_id);

-- Whether somebody asked for the mail themselves ('own'), is asked something, or is told something:
-- the last two are bounded in number and can be paused.
alter table mail add column nature text not null default 'own' check (nature in ('own', 'question', 'news'));
