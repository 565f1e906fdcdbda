-- What people tell of themselves, and who follows whom.

create table profiles (
  user_id     uuid primary key,
  headline    text not null,
  bio         text not null,
  picture_url text
);

create table follows (
  follower_id uuid not null,
  followed_id uuid not null,

  primary key (follower_id, followed_id)
);

create index follows_by_followed on follows (followed_id);
