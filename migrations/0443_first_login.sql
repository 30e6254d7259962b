-- When somebody was first let in. Sessions are swept; this stays, so that an account in use is known as one.
create table first_login (
  person_id uuid primary key references person on delete cascade,
  at timestamptz not null
);
insert into first_login (person_id, at) select person_id, min(created_at) from session group by person_id;
insert into first_login (person_id, at)
  select i.person_id, min(l.consumed_at) from login_link l join identity i on i.provider = 'email' and i.subject = lower(l.email)
  where l.consumed_at is not null group by i.person_id
  on conflict do nothing;
