create table finding (
  id uuid not null,
  kind text not null default 'finding' check (kind = 'finding'),
  statement text,
  basis text check (basis in ('statistics', 'research', 'experience', 'input', 'evaluation')),
  figure text,
  source text,
  source_url text,
  observed_on date,
  file uuid references file,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
