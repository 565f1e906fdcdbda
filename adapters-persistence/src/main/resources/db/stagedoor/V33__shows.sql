-- Shows, what they sell, what is written under them, and the claims that come of it.

create table shows (
  id            uuid        primary key,
  workspace_id  uuid        not null references workspaces,
  name          text        not null,
  currency      char(3)     not null,
  -- The platform's post or broadcast whose comments count.
  post_provider text,
  post_id       text,
  started_at    timestamptz,
  ended_at      timestamptz,
  created_at    timestamptz not null,
  version       bigint      not null check (version > 0),

  constraint shows_post_is_whole check ((post_provider is null) = (post_id is null)),
  constraint shows_that_ended_began check (ended_at is null or started_at is not null)
);

create index shows_by_post on shows (post_provider, post_id) where post_id is not null;
create index shows_newest on shows (workspace_id, created_at desc, id desc);

-- The row of an item is what claims of it queue up at: all counts are changed under its lock.
create table show_items (
  id          uuid        primary key,
  show_id     uuid        not null references shows on delete cascade,
  number      integer     not null check (number between 1 and 99999),
  title       text        not null,
  -- Of one piece, in minor units of the show's currency; nothing while it is not decided.
  price_minor bigint      check (price_minor between 0 and 99999999),
  quantity    integer     not null check (quantity between 0 and 1000000),
  -- What open claims ask for, what they have, what is on invoices, how many claims ever came.
  wanted      bigint      not null,
  granted     integer     not null,
  billed      integer     not null,
  arrivals    bigint      not null,
  created_at  timestamptz not null,

  constraint show_items_are_sold_once check (granted + billed <= quantity),
  constraint show_items_counts_add_up check (granted >= 0 and billed >= 0 and arrivals >= 0 and granted <= wanted),
  constraint show_items_number_once unique (show_id, number),
  -- So that a claim is one of its item's show.
  constraint show_items_of_a_show unique (id, show_id)
)
-- Rewritten by every claim: room for the next version beside the last.
with (fillfactor = 70);

-- As they first came, under the platform's id.
create table show_comments (
  show_id       uuid        not null references shows on delete cascade,
  id            text        not null,
  author_id     text,
  author_handle text,
  text          text        not null,
  posted_at     timestamptz not null,
  received_at   timestamptz not null,
  -- The platform it came from by itself; nothing where it was entered by hand.
  origin        text,
  -- Why it made no claim; nothing where it made one.
  ignored       text        check (ignored in (
                              'no_claim', 'unknown_item', 'not_live', 'already_claimed',
                              'removed', 'own_page', 'no_author', 'duplicate')),

  primary key (show_id, id),
  constraint show_comments_author_is_whole check ((author_id is null) = (author_handle is null))
);

create index show_comments_newest on show_comments (show_id, posted_at desc, received_at desc, id desc);
create index show_comments_standing on show_comments (show_id, author_id, posted_at)
  where ignored is null or ignored = 'already_claimed';

create table claims (
  id           uuid        primary key,
  show_id      uuid        not null,
  item_id      uuid        not null,
  buyer_id     text        not null,
  buyer_handle text        not null,
  comment_id   text,
  -- The place in the line.
  posted_at    timestamptz not null,
  arrival      bigint      not null check (arrival > 0),
  quantity     integer     not null check (quantity between 1 and 999),
  granted      integer     not null check (granted between 0 and quantity),
  state        text        not null check (state in ('open', 'billed', 'cancelled')),
  invoice_id   uuid,
  created_at   timestamptz not null,

  foreign key (item_id, show_id) references show_items (id, show_id) on delete cascade,
  foreign key (show_id, comment_id) references show_comments (show_id, id),
  constraint claims_billed_are_on_an_invoice check ((state = 'billed') = (invoice_id is not null)),
  constraint claims_billed_are_whole check (state <> 'billed' or granted = quantity),
  constraint claims_cancelled_have_nothing check (state <> 'cancelled' or granted = 0)
)
-- What a claim has changes while it waits, and no index knows of that.
with (fillfactor = 85);

-- The line of an item, in its order. No two claims have one place.
create unique index claims_line on claims (item_id, posted_at, arrival);
create index claims_by_buyer on claims (show_id, buyer_id);
-- People repeat themselves.
create unique index claims_once_by_comment on claims (item_id, buyer_id)
  where comment_id is not null and state <> 'cancelled';
