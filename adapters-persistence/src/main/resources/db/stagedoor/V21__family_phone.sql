-- Whom a director calls about a memorial. It is kept with the memorial, not the account: a director who names another
-- number for a family changes nothing in the family's account.
alter table memorials add column family_phone text not null default '';
alter table memorials alter column family_phone drop default;
