-- Which secret this database was taken into use with, as a digest that opens nothing. A process that has another one would chain events
-- and sign links that the others refuse.
create table installation (
  only_one boolean primary key default true check (only_one),
  secret_digest bytea not null,
  since timestamptz not null
);
