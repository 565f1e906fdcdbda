-- What the sandbox providers' far side remembers; empty where no sandbox is configured.

create table sandbox_memory (
  collection text   not null,
  id         text   not null,
  version    bigint not null check (version > 0),
  document   jsonb  not null,
  -- The order in which things were first saved.
  place      bigint generated always as identity,

  primary key (collection, id)
);

create index sandbox_memory_newest on sandbox_memory (collection, place desc);
