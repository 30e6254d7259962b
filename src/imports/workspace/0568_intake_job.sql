-- A workspace that is brought in is made while one does something else; why it could not be made is told when one looks again.
alter table workspace_intake
  add column job_id uuid,
  add column refused text;
