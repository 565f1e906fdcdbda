-- A comment that an operator enters and that becomes a claim.
\set n :n + 1
\set number random(1, :items)
select id, subject, token_hash, created_at, expires_at
  from local_sessions where id = :session::uuid and revoked_at is null and expires_at > now();
begin isolation level repeatable read read only;
select id, version, identity_provider, identity_subject, email, first_name, last_name, role, status, language,
    created_at
  from accounts where identity_provider = 'local' and identity_subject = :subject::text;
commit;
begin;
select id, version, workspace_id, name, currency, post_provider, post_id, started_at, ended_at, created_at
  from shows where id = :show::uuid;
select workspaces.id, workspaces.name, workspaces.currency, workspaces.plan, workspaces.created_at,
    workspaces.version, workspace_operators.user_id
  from workspaces left outer join workspace_operators on workspace_operators.workspace_id = workspaces.id
  where workspaces.id = :workspace::uuid
  order by workspace_operators.position;
insert into show_comments (show_id, id, author_id, author_handle, text, posted_at, received_at, origin, ignored)
  values (:show::uuid, concat(:run::text, '-', :client_id::text, '-', :n::text), concat(:run::text, '-', :client_id::text, '-', :n::text),
    'Viewer', concat('sold ', :number::text), now(), clock_timestamp(), null, null)
  on conflict do nothing;
select id as item_id, show_id as item_show, number as item_number, title as item_title, price_minor as item_price,
    quantity as item_quantity, wanted as item_wanted, granted as item_granted, billed as item_billed,
    arrivals as item_arrivals, created_at as item_created_at
  from show_items where show_id = :show::uuid and number in (:number::integer)
  order by id for no key update
\gset
select id, show_id, item_id, buyer_id, buyer_handle, comment_id, posted_at, arrival, quantity, granted, state,
    invoice_id, created_at
  from claims where show_id = :show::uuid and buyer_id = concat(:run::text, '-', :client_id::text, '-', :n::text)
    and state <> 'cancelled';
select id, show_id, item_id, buyer_id, buyer_handle, comment_id, posted_at, arrival, quantity, granted, state,
    invoice_id, created_at
  from claims where item_id = :item_id::uuid and posted_at >= now() and state = 'open'
  order by posted_at, arrival;
update show_items set number = :item_number::integer, title = :item_title::text, price_minor = :item_price::bigint,
    quantity = :item_quantity::integer, wanted = :item_wanted::bigint + 1, granted = :item_granted::integer + 1,
    billed = :item_billed::integer, arrivals = :item_arrivals::bigint + 1
  where id = :item_id::uuid;
insert into claims (
    id, show_id, item_id, buyer_id, buyer_handle, comment_id, posted_at, arrival, quantity, granted, state,
    invoice_id, created_at)
  values (uuidv7(), :show::uuid, :item_id::uuid,
    concat(:run::text, '-', :client_id::text, '-', :n::text), 'Viewer', concat(:run::text, '-', :client_id::text, '-', :n::text),
    now(), :item_arrivals::bigint + 1, 1, 1, 'open', null, now())
  on conflict (id) do update set quantity = excluded.quantity, granted = excluded.granted, state = excluded.state,
    invoice_id = excluded.invoice_id;
with this_transaction as materialized (select pg_current_xact_id() as tx)
insert into live_events (tx, channel_kind, channel_id, type, data)
  select tx, 'pgbench', :show::uuid, told.type, jsonb_build_object('text', repeat('x', 200))
  from this_transaction,
    unnest(array['claim.created', 'item.changed', 'buyer.updated', 'comment.received'])
    with ordinality as told (type, place)
  order by told.place;
commit;
