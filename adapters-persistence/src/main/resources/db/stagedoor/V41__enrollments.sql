-- Who is in which course and how far they are. A course with any of these cannot be removed.

create table enrollments (
  id                  uuid        primary key,
  course_id           uuid        not null references courses,
  student_id          uuid        not null,
  status              text        not null check (status in ('active', 'completed', 'dropped')),
  -- What it rests on, or rested on when it was dropped; nothing for what was free, or was never taken.
  payment_id          uuid,
  -- All payments that were granted and not withdrawn, in the order they came; and all that were withdrawn.
  standing            jsonb       not null check (jsonb_typeof(standing) = 'array'),
  withdrawn           jsonb       not null check (jsonb_typeof(withdrawn) = 'array'),
  -- In hundredths of a percent.
  progress            integer     not null check (progress between 0 and 10000),
  watched_millis      bigint      not null check (watched_millis >= 0),
  enrolled_at         timestamptz not null,
  completed_at        timestamptz,
  dropped_at          timestamptz,
  version             bigint      not null check (version > 0),

  constraint enrollments_place_once unique (course_id, student_id),
  constraint enrollments_dropped_have_a_time check ((status = 'dropped') = (dropped_at is not null)),
  constraint enrollments_completed_have_a_time check (status <> 'completed' or completed_at is not null)
);

create index enrollments_newest_of_student on enrollments (student_id, enrolled_at desc, id desc);
create index enrollments_newest_in_course on enrollments (course_id, enrolled_at desc, id desc);

create table watched_lectures (
  enrollment_id   uuid        not null references enrollments on delete cascade,
  lecture_id      uuid        not null references course_lectures on delete cascade,
  position_millis bigint      not null check (position_millis >= 0),
  furthest_millis bigint      not null check (furthest_millis >= 0),
  is_completed    boolean     not null,
  updated_at      timestamptz not null,

  primary key (enrollment_id, lecture_id)
);

create index watched_lectures_by_lecture on watched_lectures (lecture_id);

create table certificates (
  number        text        primary key,
  enrollment_id uuid        not null references enrollments,
  course_id     uuid        not null references courses,
  course_title  text        not null,
  student_name  text        not null,
  teacher_name  text        not null,
  issued_at     timestamptz not null,
  revoked_at    timestamptz
);

create unique index certificates_current_once on certificates (enrollment_id) where revoked_at is null;
