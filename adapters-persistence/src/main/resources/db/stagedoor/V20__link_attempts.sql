-- Who is using a link at this moment, and until when nobody else may: a password is set at the identity provider,
-- so a link is taken first and used up when that is done.
alter table account_links
  add column attempt_id    uuid,
  add column attempt_until timestamptz,
  add constraint account_links_attempt_check check ((attempt_id is null) = (attempt_until is null));
