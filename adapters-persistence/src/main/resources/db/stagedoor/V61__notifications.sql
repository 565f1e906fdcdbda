-- Letters to many people: what they say, to whom they went, and who wants to hear of what.

create table notification_templates (
  id          uuid        primary key,
  key         text        not null,
  -- The product itself sends by it.
  is_built_in boolean     not null,
  category    text        not null check (category in ('account', 'product', 'marketing')),
  variables   jsonb       not null check (jsonb_typeof(variables) = 'array'),
  -- Subject and body by language.
  texts       jsonb       not null check (jsonb_typeof(texts) = 'object' and texts ? 'en'),
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  version     bigint      not null check (version > 0),

  constraint notification_templates_by_key unique (key)
);

create table notifications (
  id            uuid        primary key,
  -- By which the sender knows it, so that asking again sends nothing again.
  key           text,
  -- What it says, as it stood when it began; whatever becomes of the template.
  template_key  text        not null,
  category      text        not null check (category in ('account', 'product', 'marketing')),
  variables     jsonb       not null check (jsonb_typeof(variables) = 'array'),
  texts         jsonb       not null check (jsonb_typeof(texts) = 'object' and texts ? 'en'),
  -- What stands in the places of the variables.
  filled        jsonb       not null check (jsonb_typeof(filled) = 'object'),
  audience      text        not null check (audience in ('users', 'role', 'all')),
  audience_role text        check (audience_role in ('user', 'funeral_director', 'teacher', 'reseller', 'admin')),
  audience_ids  uuid[]      not null,
  sent_by       uuid,
  created_at    timestamptz not null,
  recipients    bigint      not null check (recipients >= 0),
  sent          bigint      not null check (sent >= 0),
  skipped       bigint      not null check (skipped >= 0),
  -- The last of those who are done, in the order of their ids.
  reached       uuid,
  finished_at   timestamptz,
  version       bigint      not null check (version > 0),

  constraint notifications_by_key unique (key),
  constraint notifications_audience_is_whole check (
    (audience = 'role') = (audience_role is not null)
    and (audience = 'users') = (cardinality(audience_ids) > 0)),
  constraint notifications_count_everybody check (sent + skipped <= recipients)
);

create index notifications_newest on notifications (created_at desc, id desc);

-- Who was dealt with: everybody once.
create table notification_deliveries (
  notification_id uuid        not null,
  user_id         uuid        not null,
  is_sent         boolean     not null,
  at              timestamptz not null,

  primary key (notification_id, user_id)
);

create table notification_preferences (
  user_id    uuid    primary key,
  product    boolean not null,
  marketing  boolean not null,
  -- Nothing for the language of the account.
  language   text    check (language in ('en', 'es', 'fr', 'de', 'pt', 'it', 'ar', 'hi'))
);

-- The one secret that signs links to unsubscribe; encrypted. It is never changed: mails are kept for years.
create table notification_secrets (
  id     integer primary key check (id = 1),
  secret text    not null
);

-- Where the reader of a mail gets no more of its kind; encrypted, as what the mail says.
alter table messages add column unsubscribe_url text;

-- Whether somebody was told that their trial ends soon.
alter table tv_subscribers add column is_trial_end_told boolean not null default false;
create index tv_subscribers_to_tell on tv_subscribers (trial_ends_at, id)
  where trial_ends_at is not null and not is_trial_end_told;
