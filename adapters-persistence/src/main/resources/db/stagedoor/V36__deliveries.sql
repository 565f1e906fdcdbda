-- Tries to bring invoices to their buyers, and how buyers can be written to.

create table deliveries (
  id            uuid        primary key,
  -- Of those of one moment, which came first.
  number        bigint      generated always as identity,
  invoice_id    uuid        not null references invoices on delete cascade,
  channel       text        not null check (channel in ('private_reply', 'message', 'manual')),
  reason        text        not null check (reason in (
                              'reply_to_comment', 'inside_window', 'no_page', 'no_comment', 'comment_too_old',
                              'window_closed', 'rate_cap', 'refused', 'platform_away', 'may_have_arrived', 'no_link')),
  page_provider text,
  page_id       text,
  -- The comment that is answered, or the person who is written to.
  to_kind       text        check (to_kind in ('comment', 'person')),
  to_provider   text,
  to_id         text,
  status        text        not null check (status in (
                              'begun', 'delivered', 'refused', 'deferred', 'unknown', 'manual')),
  provider_code text        not null,
  at            timestamptz not null,

  constraint deliveries_page_is_whole check ((page_provider is null) = (page_id is null)),
  constraint deliveries_recipient_is_whole check (
    (to_kind is null) = (to_id is null) and (to_provider is null) = (to_id is null)),
  constraint deliveries_reply_to_comments check (channel <> 'private_reply' or to_kind = 'comment')
);

create index deliveries_newest on deliveries (invoice_id, at desc, number desc);
-- What counts against the hourly limit of a page.
create index deliveries_replies_of_a_page on deliveries (page_provider, page_id, at)
  where channel = 'private_reply' and status <> 'deferred';
-- A comment can be answered in private once.
create unique index deliveries_one_reply_to_a_comment on deliveries (to_provider, to_id)
  where channel = 'private_reply' and status <> 'deferred';

create table contacts (
  workspace_id    uuid        not null references workspaces on delete cascade,
  person_provider text        not null,
  person_id       text        not null,
  -- The id beside comments, where it is known to be the same person.
  buyer_id        text,
  last_message_at timestamptz,

  primary key (workspace_id, person_provider, person_id)
);

create unique index contacts_by_buyer on contacts (workspace_id, buyer_id) where buyer_id is not null;
