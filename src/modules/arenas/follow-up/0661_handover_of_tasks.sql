-- Tasks from meetings are left behind too.
alter table handover drop constraint handover_what_check, add constraint handover_what_check check (what in ('measure', 'follow_up', 'membership', 'question'));
