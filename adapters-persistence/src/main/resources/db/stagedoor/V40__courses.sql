-- Courses, and what they are made of.

create table courses (
  id           uuid        primary key,
  slug         text        not null,
  teacher_id   uuid        not null,
  title        text        not null,
  description  text        not null,
  price_minor  bigint      not null check (price_minor between 0 and 99999999),
  currency     char(3)     not null,
  status       text        not null check (status in ('draft', 'published', 'archived')),
  published_at timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      bigint      not null check (version > 0),
  -- The words of the title, and of title and description, as the application splits and folds them: what a
  -- database takes for a word depends on its locale.
  title_words  tsvector    not null default '',
  words        tsvector    not null default '',

  constraint courses_slug_once unique (slug),
  constraint courses_published_have_a_time check (status <> 'published' or published_at is not null)
);

create index courses_newest on courses (published_at desc, id desc) where status = 'published';
create index courses_by_teacher on courses (teacher_id, created_at desc, id desc);
create index courses_by_words on courses using gin (words);
create index accounts_by_name_words on accounts using gin (to_tsvector('simple', first_name || ' ' || last_name));

create table course_chapters (
  id        uuid    primary key,
  course_id uuid    not null references courses on delete cascade,
  title     text    not null,
  position  integer not null check (position > 0),

  -- At the end of a transaction: those that move pass each other on the way.
  constraint course_chapters_place_once unique (course_id, position) deferrable initially deferred,
  -- So that a lecture's chapter is one of its course.
  constraint course_chapters_of_a_course unique (course_id, id)
);

create table course_lectures (
  id         uuid    primary key,
  course_id  uuid    not null references courses on delete cascade,
  -- Nothing for one before all chapters.
  chapter_id uuid,
  title      text    not null,
  position   integer not null check (position > 0),
  is_preview boolean not null,
  is_draft   boolean not null,

  foreign key (course_id, chapter_id) references course_chapters (course_id, id),
  constraint course_lectures_place_once unique (course_id, chapter_id, position) deferrable initially deferred
);

create index course_lectures_by_chapter on course_lectures (chapter_id);
