-- In which language somebody reads is said once, for all that is sent to them: by their account.

update accounts set language = chosen.language, version = version + 1
from notification_preferences chosen
where chosen.user_id = accounts.id and chosen.language <> accounts.language;

alter table notification_preferences drop column language;

-- How far a notification has come says who was dealt with; nobody read the rest, and it grew for ever.
drop table notification_deliveries;
