-- Wishes to buy a course, paid or not; their payments have them for a subject.

create table course_purchases (
  id          uuid        primary key,
  course_id   uuid        not null references courses,
  student_id  uuid        not null,
  price_minor bigint      not null check (price_minor > 0),
  currency    char(3)     not null,
  status      text        not null check (status in ('open', 'paid', 'refunded')),
  -- What the student has been granted so far.
  granted     text        not null check (granted in ('none', 'enrolled', 'withdrawn')),
  -- The payment that paid for it, or that is to.
  payment_id  uuid,
  paid_at     timestamptz,
  kept_minor  bigint      not null,
  created_at  timestamptz not null,
  version     bigint      not null check (version > 0),

  constraint course_purchases_paid_have_a_time check ((status = 'open') = (paid_at is null))
);

create unique index course_purchases_open_once on course_purchases (course_id, student_id) where status = 'open';
create index course_purchases_by_student on course_purchases (course_id, student_id);
create index course_purchases_due on course_purchases (created_at, id)
  where (status = 'paid' and granted <> 'enrolled') or (status = 'refunded' and granted <> 'withdrawn');

create index payments_for_courses on payments (payer_id, created_at desc, id desc)
  where subject_kind = 'course_purchase';
