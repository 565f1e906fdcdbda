-- Of what somebody gave back, the part that pays for nothing: it had been paid too much, or everything went back.

alter table bookings add column owed_again_minor bigint not null default 0 check (owed_again_minor >= 0);
update bookings set owed_again_minor = taken_minor where paid_minor = 0;
alter table bookings alter column owed_again_minor drop default;
