create table goal (
  id uuid not null,
  kind text not null default 'goal' check (kind = 'goal'),
  description text,
  reached_by date,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
