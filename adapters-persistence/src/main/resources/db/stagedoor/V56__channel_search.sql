-- Channels are found by any part of their name. The owner of a database may create both extensions, which come
-- with PostgreSQL ("contrib"); where they are there already, they are used as they are.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- One index over all three, so that a search never reads what is called the same in the playlists of others.
create index tv_channels_by_name on tv_channels using gin (playlist_id, edition, folded_name gin_trgm_ops);
