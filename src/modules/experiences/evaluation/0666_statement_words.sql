-- A statement of one's own has a text; one of the house's may be given another wording without being another statement.
alter table evaluation_statement drop constraint evaluation_statement_check;
alter table evaluation_statement add constraint own_statement_has_text check (not starts_with(name, 'own_') or text is not null);
