-- Everybody who is somebody, by name: for the administrator's list.
create index person_listed on person (name, id) where merged_into_id is null and erased_at is null;
