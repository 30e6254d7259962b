-- A tie is in the history of both its ends.
create index on event (workspace_id, (body ->> 'to')) where item_version is null;
