create table priority_area (
  id uuid not null,
  kind text not null default 'priority_area' check (kind = 'priority_area'),
  description text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
