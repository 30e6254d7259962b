-- What was removed is found by when, for the night when it is deleted for good.
create index item_removed on item (removed_at) where removed_at is not null;
