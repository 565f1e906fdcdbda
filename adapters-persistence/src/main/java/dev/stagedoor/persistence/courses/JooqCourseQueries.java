package dev.stagedoor.persistence.courses;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import dev.stagedoor.application.courses.CourseFigures;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.PaidCourse;
import dev.stagedoor.application.courses.ProfileView;
import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.persistence.auth.AccountTable;
import dev.stagedoor.persistence.courses.CourseTables.Courses;
import dev.stagedoor.persistence.courses.CourseTables.Enrollments;
import dev.stagedoor.persistence.courses.CourseTables.Follows;
import dev.stagedoor.persistence.courses.CourseTables.Payments;
import dev.stagedoor.persistence.courses.CourseTables.Profiles;
import dev.stagedoor.persistence.courses.CourseTables.Purchases;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqCourseQueries implements CourseQueries {
  private static final Condition ON_SALE = Courses.STATUS.eq(Codes.of(Course.Status.PUBLISHED));

  /** Not a place that nobody ever took. */
  private static final Condition TAKEN =
      Enrollments.STATUS
          .ne(Codes.of(Enrollment.Status.DROPPED))
          .or(Enrollments.PAYMENT_ID.isNotNull());

  private static final String PURCHASE = Purchase.subject(new PurchaseId(new UUID(0, 0))).kind();

  private static final Field<Integer> COMPLETED =
      field(
              selectCount()
                  .from(Enrollments.TABLE)
                  .where(Enrollments.COURSE_ID.eq(Courses.ID))
                  .and(Enrollments.STATUS.eq(Codes.of(Enrollment.Status.COMPLETED))))
          .as("completed");

  /** What was taken in another currency cannot be added; a person looks at it. */
  private static final Field<Long> TAKEN_MINOR =
      field(
              """
              (select coalesce(sum(captured_minor), 0) from course_purchases
               join payments on subject_kind = 'course_purchase' and subject_id = course_purchases.id
               where course_id = courses.id and captured_currency = courses.currency)
              """,
              Long.class)
          .as("taken_minor");

  private static final Field<Long> REFUNDED_MINOR =
      field(
              """
              (select coalesce(sum(cast(refund ->> 'amountMinor' as bigint)), 0) from course_purchases
               join payments on subject_kind = 'course_purchase' and subject_id = course_purchases.id
               cross join jsonb_array_elements(refunds) as refund
               where course_id = courses.id and refund ->> 'status' = 'succeeded'
                 and refund ->> 'currency' = courses.currency)
              """,
              Long.class)
          .as("refunded_minor");

  private final DSLContext sql;

  JooqCourseQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<CourseView> published(Optional<String> search, PageRequest page) {
    CourseSearch wanted = CourseSearch.of(search);
    return Pages.fetch(
        sql,
        CourseViews.courses(sql, List.of())
            .where(ON_SALE)
            .and(wanted.found())
            .orderBy(wanted.bestFirst()),
        page,
        CourseViews::course);
  }

  @Override
  public Optional<CourseView> course(CourseId id) {
    return course(Courses.ID.eq(id.value()));
  }

  @Override
  public Optional<CourseView> course(CourseSlug slug) {
    return course(Courses.SLUG.eq(slug.value()));
  }

  private Optional<CourseView> course(Condition wanted) {
    return CourseViews.courses(sql, List.of()).where(wanted).fetchOptional(CourseViews::course);
  }

  @Override
  public Page<CourseFigures> teaching(UserId teacher, PageRequest page) {
    return Pages.fetch(
        sql,
        CourseViews.courses(sql, List.of(COMPLETED, TAKEN_MINOR, REFUNDED_MINOR))
            .where(Courses.TEACHER_ID.eq(teacher.value()))
            .orderBy(Courses.CREATED_AT.desc(), Courses.ID.desc()),
        page,
        JooqCourseQueries::figures);
  }

  private static CourseFigures figures(Record row) {
    CourseView course = CourseViews.course(row);
    String currency = row.get(Courses.CURRENCY);
    return new CourseFigures(
        course,
        course.enrollmentCount(),
        row.get(COMPLETED),
        Money.of(row.get(TAKEN_MINOR), currency),
        Money.of(row.get(REFUNDED_MINOR), currency));
  }

  @Override
  public Page<EnrollmentView> enrollments(UserId student, PageRequest page) {
    return enrollments(Enrollments.STUDENT_ID.eq(student.value()), page);
  }

  @Override
  public Optional<EnrollmentView> enrollment(CourseId course, UserId student) {
    return CourseViews.enrollments(sql)
        .where(Enrollments.COURSE_ID.eq(course.value()))
        .and(Enrollments.STUDENT_ID.eq(student.value()))
        .and(TAKEN)
        .fetchOptional(CourseViews::enrollment);
  }

  @Override
  public Page<EnrollmentView> students(CourseId course, PageRequest page) {
    return enrollments(Enrollments.COURSE_ID.eq(course.value()), page);
  }

  private Page<EnrollmentView> enrollments(Condition wanted, PageRequest page) {
    return Pages.fetch(
        sql,
        CourseViews.enrollments(sql)
            .where(wanted)
            .and(TAKEN)
            .orderBy(Enrollments.ENROLLED_AT.desc(), Enrollments.ID.desc()),
        page,
        CourseViews::enrollment);
  }

  @Override
  public Optional<ProfileView> profile(UserId user, Optional<UserId> viewer) {
    UUID id = user.value();
    Field<Integer> followers =
        field(selectCount().from(Follows.TABLE).where(Follows.FOLLOWED_ID.eq(id))).as("followers");
    Field<Integer> following =
        field(selectCount().from(Follows.TABLE).where(Follows.FOLLOWER_ID.eq(id))).as("following");
    Field<Boolean> followed =
        field(
                exists(
                    selectOne()
                        .from(Follows.TABLE)
                        .where(Follows.FOLLOWED_ID.eq(id))
                        .and(Follows.FOLLOWER_ID.eq(viewer.map(UserId::value).orElse(null)))))
            .as("followed");
    return sql.select(AccountTable.FIRST_NAME, AccountTable.LAST_NAME)
        .select(Profiles.HEADLINE, Profiles.BIO, Profiles.PICTURE_URL)
        .select(followers, following, followed)
        .from(AccountTable.TABLE)
        .leftJoin(Profiles.TABLE)
        .on(Profiles.USER_ID.eq(AccountTable.ID))
        .where(AccountTable.ID.eq(id))
        .fetchOptional()
        .map(
            row ->
                new ProfileView(
                    id,
                    AccountTable.nameIn(row),
                    Optional.ofNullable(row.get(Profiles.HEADLINE)).orElse(""),
                    Optional.ofNullable(row.get(Profiles.BIO)).orElse(""),
                    Optional.ofNullable(row.get(Profiles.PICTURE_URL)).map(URI::create),
                    row.get(followers),
                    row.get(following),
                    row.get(followed),
                    soldBy(user)));
  }

  private List<CourseView> soldBy(UserId teacher) {
    return CourseViews.courses(sql, List.of())
        .where(ON_SALE)
        .and(Courses.TEACHER_ID.eq(teacher.value()))
        .orderBy(Courses.PUBLISHED_AT.desc(), Courses.ID.desc())
        .fetch(CourseViews::course);
  }

  @Override
  public Page<PaidCourse> payments(UserId payer, PageRequest page) {
    return Pages.fetch(
        sql,
        paid()
            .and(Payments.PAYER_ID.eq(payer.value()))
            .orderBy(Payments.CREATED_AT.desc(), Payments.ID.desc()),
        page,
        JooqCourseQueries::paid);
  }

  @Override
  public List<PaidCourse> payments(CourseId course, Collection<PaymentId> wanted) {
    return paid()
        .and(Courses.ID.eq(course.value()))
        .and(Payments.ID.in(wanted.stream().map(PaymentId::value).toList()))
        .fetch(JooqCourseQueries::paid);
  }

  private SelectConditionStep<? extends Record> paid() {
    return sql.select(Payments.ID, Courses.ID, Courses.SLUG, Courses.TITLE)
        .from(Payments.TABLE)
        .join(Purchases.TABLE)
        .on(Purchases.ID.eq(Payments.SUBJECT_ID))
        .join(Courses.TABLE)
        .on(Courses.ID.eq(Purchases.COURSE_ID))
        // As it is, so that the index of these is found.
        .where(Payments.SUBJECT_KIND.eq(inline(PURCHASE)));
  }

  private static PaidCourse paid(Record row) {
    return new PaidCourse(
        new PaymentId(row.get(Payments.ID)),
        row.get(Courses.ID),
        row.get(Courses.SLUG),
        row.get(Courses.TITLE));
  }
}
