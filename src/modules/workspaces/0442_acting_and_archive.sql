-- Somebody with roles for several organisations has chosen whom they act for: the latest chosen stands first.
alter table membership add column acting_chosen_at timestamptz;

-- Who closed the workspace, or opened it again, and when.
alter table workspace add column state_changed_at timestamptz;
alter table workspace add column state_changed_by uuid references person on delete set null;
