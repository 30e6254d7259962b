-- What the thread check finds, kept as rows. `subject` is the item, the organisation or the workspace that it is about.
create table loose_thread (
  workspace_id uuid not null references workspace on delete cascade,
  rule text not null,
  subject uuid not null,
  item_id uuid references item on delete cascade,
  organisation_id uuid references organisation on delete cascade,
  -- How much is tied to it: the more, the more important.
  weight integer not null default 0,
  since timestamptz not null,
  primary key (workspace_id, rule, subject)
);
create index on loose_thread (item_id);

-- «Gjelder ikke»: this rule is not for this item, and why.
create table loose_thread_waiver (
  workspace_id uuid not null references workspace on delete cascade,
  rule text not null,
  item_id uuid not null references item on delete cascade,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by uuid references person,
  primary key (workspace_id, rule, item_id)
);
create index on loose_thread_waiver (item_id);

-- What the workspace has said about a rule: that it is off, or its own limit; always with a reason.
create table loose_thread_choice (
  workspace_id uuid not null references workspace on delete cascade,
  rule text not null,
  active boolean not null,
  own_limit integer check (own_limit > 0),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by uuid references person,
  primary key (workspace_id, rule)
);

-- The day in Oslo that the rules about dates were last asked. The row is also what rechecks of one workspace wait for each other on.
create table loose_thread_day (
  workspace_id uuid primary key references workspace on delete cascade,
  checked_on date not null
);

-- How many there were at the end of a day. Only what everybody in the workspace (or everybody) may see is counted.
create table loose_thread_count (
  workspace_id uuid not null references workspace on delete cascade,
  on_date date not null,
  rule text not null,
  open_to_all integer not null,
  open_to_members integer not null,
  primary key (workspace_id, on_date, rule)
);
