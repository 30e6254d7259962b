-- What a person has begun to fill in over several pages, kept until it is sent or thrown away.
create table draft (
  person_id uuid not null references person on delete cascade,
  form text not null,
  answers jsonb not null,
  changed_at timestamptz not null,
  primary key (person_id, form)
);
