create table agreement (
  id uuid not null,
  kind text not null default 'agreement' check (kind = 'agreement'),
  purpose text,
  starts_on date,
  ends_on date,
  renew_by date,
  notice text,
  case_number text,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade,
  check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
create index on agreement (renew_by);
