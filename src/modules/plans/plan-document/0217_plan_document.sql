create table plan_document (
  id uuid not null,
  kind text not null default 'plan_document' check (kind = 'plan_document'),
  type text check (type in ('regional_plan', 'social_element', 'action_part', 'financial_plan', 'theme_plan', 'strategy', 'business_plan', 'other')),
  chapter text,
  decided_by text,
  decided_on date,
  case_number text,
  url text,
  file uuid references file,
  primary key (id, kind),
  foreign key (id, kind) references item (id, kind) on delete cascade
);
