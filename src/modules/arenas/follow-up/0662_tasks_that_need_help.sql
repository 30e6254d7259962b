-- Few tasks wait for help, and who leads is told of them on every visit.
create index follow_up_problem on item (workspace_id) where kind = 'follow_up' and state = 'problem' and removed_at is null;
