package dev.stagedoor.persistence.courses;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the tables of courses that queries name. */
final class CourseTables {
  private CourseTables() {}

  /** courses */
  static final class Courses {
    static final Table<Record> TABLE = table(name("courses"));
    static final Field<UUID> ID = field(name("courses", "id"), SQLDataType.UUID);
    static final Field<String> SLUG = field(name("courses", "slug"), SQLDataType.CLOB);
    static final Field<UUID> TEACHER_ID = field(name("courses", "teacher_id"), SQLDataType.UUID);
    static final Field<String> TITLE = field(name("courses", "title"), SQLDataType.CLOB);
    static final Field<String> DESCRIPTION =
        field(name("courses", "description"), SQLDataType.CLOB);
    static final Field<Long> PRICE_MINOR =
        field(name("courses", "price_minor"), SQLDataType.BIGINT);
    static final Field<String> CURRENCY = field(name("courses", "currency"), SQLDataType.CLOB);
    static final Field<String> STATUS = field(name("courses", "status"), SQLDataType.CLOB);
    static final Field<Instant> PUBLISHED_AT =
        field(name("courses", "published_at"), SQLDataType.INSTANT);
    static final Field<Instant> CREATED_AT =
        field(name("courses", "created_at"), SQLDataType.INSTANT);
    static final Field<Instant> UPDATED_AT =
        field(name("courses", "updated_at"), SQLDataType.INSTANT);

    private Courses() {}
  }

  /** course_chapters */
  static final class Chapters {
    static final Table<Record> TABLE = table(name("course_chapters"));
    static final Field<UUID> ID = field(name("course_chapters", "id"), SQLDataType.UUID);
    static final Field<UUID> COURSE_ID =
        field(name("course_chapters", "course_id"), SQLDataType.UUID);
    static final Field<String> TITLE = field(name("course_chapters", "title"), SQLDataType.CLOB);
    static final Field<Integer> POSITION =
        field(name("course_chapters", "position"), SQLDataType.INTEGER);

    private Chapters() {}
  }

  /** course_lectures */
  static final class Lectures {
    static final Table<Record> TABLE = table(name("course_lectures"));
    static final Field<UUID> ID = field(name("course_lectures", "id"), SQLDataType.UUID);
    static final Field<UUID> COURSE_ID =
        field(name("course_lectures", "course_id"), SQLDataType.UUID);
    static final Field<UUID> CHAPTER_ID =
        field(name("course_lectures", "chapter_id"), SQLDataType.UUID);
    static final Field<String> TITLE = field(name("course_lectures", "title"), SQLDataType.CLOB);
    static final Field<Integer> POSITION =
        field(name("course_lectures", "position"), SQLDataType.INTEGER);
    static final Field<Boolean> IS_PREVIEW =
        field(name("course_lectures", "is_preview"), SQLDataType.BOOLEAN);
    static final Field<Boolean> IS_DRAFT =
        field(name("course_lectures", "is_draft"), SQLDataType.BOOLEAN);

    private Lectures() {}
  }

  /** enrollments */
  static final class Enrollments {
    static final Table<Record> TABLE = table(name("enrollments"));
    static final Field<UUID> ID = field(name("enrollments", "id"), SQLDataType.UUID);
    static final Field<UUID> COURSE_ID = field(name("enrollments", "course_id"), SQLDataType.UUID);
    static final Field<UUID> STUDENT_ID =
        field(name("enrollments", "student_id"), SQLDataType.UUID);
    static final Field<String> STATUS = field(name("enrollments", "status"), SQLDataType.CLOB);
    static final Field<UUID> PAYMENT_ID =
        field(name("enrollments", "payment_id"), SQLDataType.UUID);
    static final Field<Integer> PROGRESS =
        field(name("enrollments", "progress"), SQLDataType.INTEGER);
    static final Field<Long> WATCHED_MILLIS =
        field(name("enrollments", "watched_millis"), SQLDataType.BIGINT);
    static final Field<Instant> ENROLLED_AT =
        field(name("enrollments", "enrolled_at"), SQLDataType.INSTANT);
    static final Field<Instant> COMPLETED_AT =
        field(name("enrollments", "completed_at"), SQLDataType.INSTANT);
    static final Field<Instant> DROPPED_AT =
        field(name("enrollments", "dropped_at"), SQLDataType.INSTANT);

    private Enrollments() {}
  }

  /** watched_lectures */
  static final class Watched {
    static final Table<Record> TABLE = table(name("watched_lectures"));
    static final Field<UUID> ENROLLMENT_ID =
        field(name("watched_lectures", "enrollment_id"), SQLDataType.UUID);
    static final Field<UUID> LECTURE_ID =
        field(name("watched_lectures", "lecture_id"), SQLDataType.UUID);
    static final Field<Long> POSITION_MILLIS =
        field(name("watched_lectures", "position_millis"), SQLDataType.BIGINT);
    static final Field<Long> FURTHEST_MILLIS =
        field(name("watched_lectures", "furthest_millis"), SQLDataType.BIGINT);
    static final Field<Boolean> IS_COMPLETED =
        field(name("watched_lectures", "is_completed"), SQLDataType.BOOLEAN);
    static final Field<Instant> UPDATED_AT =
        field(name("watched_lectures", "updated_at"), SQLDataType.INSTANT);

    private Watched() {}
  }

  /** certificates */
  static final class Certificates {
    static final Table<Record> TABLE = table(name("certificates"));
    static final Field<String> NUMBER = field(name("certificates", "number"), SQLDataType.CLOB);
    static final Field<UUID> ENROLLMENT_ID =
        field(name("certificates", "enrollment_id"), SQLDataType.UUID);
    static final Field<UUID> COURSE_ID = field(name("certificates", "course_id"), SQLDataType.UUID);
    static final Field<String> COURSE_TITLE =
        field(name("certificates", "course_title"), SQLDataType.CLOB);
    static final Field<String> STUDENT_NAME =
        field(name("certificates", "student_name"), SQLDataType.CLOB);
    static final Field<String> TEACHER_NAME =
        field(name("certificates", "teacher_name"), SQLDataType.CLOB);
    static final Field<Instant> ISSUED_AT =
        field(name("certificates", "issued_at"), SQLDataType.INSTANT);
    static final Field<Instant> REVOKED_AT =
        field(name("certificates", "revoked_at"), SQLDataType.INSTANT);

    private Certificates() {}
  }

  /** course_purchases */
  static final class Purchases {
    static final Table<Record> TABLE = table(name("course_purchases"));
    static final Field<UUID> ID = field(name("course_purchases", "id"), SQLDataType.UUID);
    static final Field<UUID> COURSE_ID =
        field(name("course_purchases", "course_id"), SQLDataType.UUID);

    private Purchases() {}
  }

  /** payments, as far as courses are paid by them */
  static final class Payments {
    static final Table<Record> TABLE = table(name("payments"));
    static final Field<UUID> ID = field(name("payments", "id"), SQLDataType.UUID);
    static final Field<String> SUBJECT_KIND =
        field(name("payments", "subject_kind"), SQLDataType.CLOB);
    static final Field<UUID> SUBJECT_ID = field(name("payments", "subject_id"), SQLDataType.UUID);
    static final Field<UUID> PAYER_ID = field(name("payments", "payer_id"), SQLDataType.UUID);
    static final Field<Instant> CREATED_AT =
        field(name("payments", "created_at"), SQLDataType.INSTANT);

    private Payments() {}
  }

  /** profiles */
  static final class Profiles {
    static final Table<Record> TABLE = table(name("profiles"));
    static final Field<UUID> USER_ID = field(name("profiles", "user_id"), SQLDataType.UUID);
    static final Field<String> HEADLINE = field(name("profiles", "headline"), SQLDataType.CLOB);
    static final Field<String> BIO = field(name("profiles", "bio"), SQLDataType.CLOB);
    static final Field<String> PICTURE_URL =
        field(name("profiles", "picture_url"), SQLDataType.CLOB);

    private Profiles() {}
  }

  /** follows */
  static final class Follows {
    static final Table<Record> TABLE = table(name("follows"));
    static final Field<UUID> FOLLOWER_ID = field(name("follows", "follower_id"), SQLDataType.UUID);
    static final Field<UUID> FOLLOWED_ID = field(name("follows", "followed_id"), SQLDataType.UUID);

    private Follows() {}
  }
}
