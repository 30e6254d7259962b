-- The way of the minutes: sent for approval, approved, taken into the archive.
alter table meeting
  add column quorum integer check (quorum > 0),
  add column opening text,
  add column approval_asked_on date,
  add column approved_on date,
  add column archived_on date;
