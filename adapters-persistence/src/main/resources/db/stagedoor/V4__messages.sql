-- Mails, from the wish to the sending.

create table messages (
  id         uuid        primary key,
  recipient  text        not null,
  subject    text        not null,
  -- Encrypted: mails carry links that let their holder set a password.
  text_body  text        not null,
  html_body  text        not null,
  status     text        not null check (status in ('queued', 'sending', 'sent', 'refused')),
  attempts   integer     not null check (attempts >= 0),
  last_error text,
  created_at timestamptz not null,
  sent_at    timestamptz,

  constraint messages_sent_have_a_time check ((sent_at is not null) = (status = 'sent'))
);
