create table arena (
  id uuid not null,
  kind text not null default 'arena' check (kind = 'arena'),
  purpose text,
  mandate text,
  level text check (level in ('political', 'administrative', 'professional', 'open')),
  rhythm text,
  meets_every_days integer check (meets_every_days > 0),
  contact_id uuid references person,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
