create table decision (
  id uuid not null,
  kind text not null default 'decision' check (kind = 'decision'),
  wording text,
  decided_by text,
  decided_on date,
  case_number text,
  follow_up text,
  due_on date,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
