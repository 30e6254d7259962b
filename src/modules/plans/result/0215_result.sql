create table result (
  id uuid not null,
  kind text not null default 'result' check (kind = 'result'),
  description text,
  happened_on date,
  source text,
  source_url text,
  file uuid references file,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
