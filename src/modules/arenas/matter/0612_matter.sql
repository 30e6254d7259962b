create table matter (
  id uuid not null,
  kind text not null default 'matter' check (kind = 'matter'),
  background text,
  proposal text,
  raised_on date,
  wanted_by date,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
