-- What the payments of a booking took in all, less a surplus that went back: what somebody gave back of the
-- price on top of that is not owed again.

alter table bookings add column taken_minor bigint not null default 0 check (taken_minor >= 0);
update bookings set taken_minor = paid_minor;
alter table bookings alter column taken_minor drop default;
