create table effect (
  id uuid not null,
  kind text not null default 'effect' check (kind = 'effect'),
  description text,
  certainty text check (certainty in ('low', 'medium', 'high')),
  other_explanations text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
