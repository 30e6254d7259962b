-- The newest items are read first when somebody searches.
create index item_newest on item (changed_at desc) where removed_at is null;
