create table challenge (
  id uuid not null,
  kind text not null default 'challenge' check (kind = 'challenge'),
  description text,
  affected text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
