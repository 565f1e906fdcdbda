-- What many watch is gathered in the order of the database, and not by the clocks of those who told of it.

-- The transaction in which it was told last. What was told before is gathered once more, in as many parts.
alter table tv_progress add column told_in xid8;
update tv_progress set told_in = cast(cast(3 + abs(hashtext(cast(profile_id as text)) % 500) as text) as xid8);
alter table tv_progress alter column told_in set default pg_current_xact_id(), alter column told_in set not null;

-- In place of the index by time: what is told again comes last.
drop index tv_progress_told;
create index tv_progress_told on tv_progress (told_in);

-- Up to which transaction what was told is gathered.
alter table tv_gathered drop column until;
alter table tv_gathered add column until xid8 not null default '0';

-- When somebody was last counted anew: what too few watched is forgotten some weeks later.
alter table tv_works add column counted_at timestamptz not null default now();
alter table tv_works alter column counted_at drop default;
alter table tv_watched_together add column counted_at timestamptz not null default now();
alter table tv_watched_together alter column counted_at drop default;

create index tv_works_rare on tv_works (counted_at) where viewers < 3;
create index tv_watched_together_rare on tv_watched_together (counted_at) where accounts < 3;
create index tv_viewings_of on tv_viewings (work_id);

-- Whoever forgets a work forgets its pairs both ways round; to check that would read all pairs.
alter table tv_watched_together drop constraint tv_watched_together_other_id_fkey;

-- The name as the application folds it: what a database takes for a small letter depends on its locale. What is there
-- already is folded as this one does, until it is saved again.
alter table tv_favorites add column folded_name text collate "C";
update tv_favorites set folded_name = lower(item_name);
alter table tv_favorites alter column folded_name set not null;
