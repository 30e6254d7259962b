-- Decisions and tasks that were taken down in minutes nobody has approved yet: the roles that see them until then, and, of a decision that stood
-- before, who saw it. What was taken down before this was kept has been seen, and stays as it is.
create table unapproved_outcome (
  outcome_id uuid primary key references item on delete cascade,
  meeting_id uuid not null references item on delete cascade,
  roles text[] not null,
  audience_before text,
  roles_before text[],
  check ((audience_before is null) = (roles_before is null))
);
create index on unapproved_outcome (meeting_id);
