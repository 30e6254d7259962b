create table follow_up (
  id uuid not null,
  kind text not null default 'follow_up' check (kind = 'follow_up'),
  description text,
  due_on date,
  responsible_id uuid references person,
  answer text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
create index on follow_up (due_on);
create index on follow_up (responsible_id);
