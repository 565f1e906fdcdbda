-- A comment that was entered before.
\set number 1
begin isolation level repeatable read read only;
select id, version, identity_provider, identity_subject, email, first_name, last_name, role, status, language,
    created_at
  from accounts where identity_provider = 'local' and identity_subject = :subject::text;
commit;
begin;
select id, version, workspace_id, name, currency, post_provider, post_id, started_at, ended_at, created_at
  from shows where id = :show::uuid;
select id, version, name, currency, plan, created_at from workspaces where id = :workspace::uuid;
select workspace_id, user_id from workspace_operators where workspace_id = :workspace::uuid
  order by workspace_id, position;
insert into show_comments (show_id, id, author_id, author_handle, text, posted_at, received_at, origin, ignored)
  values (:show::uuid, concat(:run::text, '-', :client_id::text, '-', :n::text), concat(:run::text, '-', :client_id::text, '-', :n::text),
    'Viewer', concat('sold ', :number::text), now(), clock_timestamp(), null, null)
  on conflict do nothing;
select show_id, id, author_id, author_handle, text, posted_at, received_at, origin, ignored
  from show_comments where show_id = :show::uuid and id = concat(:run::text, '-', :client_id::text, '-', :n::text);
commit;
