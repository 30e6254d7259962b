create table lesson (
  id uuid not null,
  kind text not null default 'lesson' check (kind = 'lesson'),
  what_happened text,
  advice text,
  works_when text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
