-- A comment that was entered before.
\set number 1
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
select show_id, id, author_id, author_handle, text, posted_at, received_at, origin, ignored
  from show_comments where show_id = :show::uuid and id = concat(:run::text, '-', :client_id::text, '-', :n::text);
commit;
