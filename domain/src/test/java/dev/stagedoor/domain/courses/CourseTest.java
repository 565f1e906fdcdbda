package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.CourseBuilder.aCourse;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {
  private final UserId teacher = aUserId();

  @Test
  void aCourseBeginsAsADraftThatNobodyCanBuy() {
    Course course = aCourse().called("  Light ").build();

    assertThat(course.title()).isEqualTo("Light");
    assertThat(course.status()).isEqualTo(Course.Status.DRAFT);
    assertThat(course.publishedAt()).isEmpty();
    assertRefused(CoursesError.COURSE_NOT_ON_SALE, course::mustBeOnSale);
  }

  @Test
  void onlyAPublishedCourseIsOnSale() {
    assertThatCode(aCourse().published().build()::mustBeOnSale).doesNotThrowAnyException();
    assertRefused(
        CoursesError.COURSE_NOT_ON_SALE, aCourse().published().archived().build()::mustBeOnSale);
  }

  @Test
  void itWasPublishedWhenItWasForTheFirstTime() {
    Course course =
        aCourse()
            .publishedAt(NOW.plusSeconds(1))
            .archived()
            .publishedAt(NOW.plusSeconds(9))
            .build();

    assertThat(course.publishedAt()).contains(NOW.plusSeconds(1));
    assertThat(course.updatedAt()).isEqualTo(NOW.plusSeconds(9));
  }

  @Test
  void whatIsNotGivenStays() {
    Course course = aCourse().published().build();
    change(course, Optional.empty(), Optional.of(usd(1)));

    assertThat(course.title()).isEqualTo("Painting with light");
    assertThat(course.description()).isEqualTo("From the first sketch to the frame.");
    assertThat(course.price()).isEqualTo(usd(1));
    assertThat(course.status()).isEqualTo(Course.Status.PUBLISHED);
  }

  @Test
  void theCurrencyStays() {
    Course course = aCourse().build();

    assertRefused(
        CommonError.INVALID_VALUE,
        () -> change(course, Optional.empty(), Optional.of(Money.of(4_999, "EUR"))));
    assertThat(course.price()).isEqualTo(usd(4_999));
  }

  @Test
  void titlesDescriptionsAndPricesHaveTheirBounds() {
    assertRefused(CommonError.INVALID_VALUE, () -> aCourse().called(" ").build());
    assertRefused(CommonError.INVALID_VALUE, () -> aCourse().called("x".repeat(201)).build());
    assertRefused(CommonError.INVALID_VALUE, () -> aCourse().about("x".repeat(20_001)).build());
    assertRefused(CommonError.INVALID_VALUE, () -> aCourse().at(usd(-1)).build());
    assertRefused(CommonError.INVALID_VALUE, () -> aCourse().at(usd(100_000_000)).build());

    Course most =
        aCourse().called("x".repeat(200)).about("x".repeat(20_000)).at(usd(99_999_999)).build();
    assertThat(most.isFree()).isFalse();
    assertThat(aCourse().free().build().isFree()).isTrue();
  }

  @Test
  void theHighestPriceIsToldInWholeUnitsOfItsCurrency() {
    assertThat(highest("USD")).isEqualTo(999_999);
    assertThat(highest("JPY")).isEqualTo(99_999_999);
    assertThat(highest("KWD")).isEqualTo(99_999);
  }

  private static long highest(String currency) {
    DomainException refused =
        catchThrowableOfType(
            DomainException.class, () -> aCourse().at(Money.of(-1, currency)).build());
    return refused.faults().get(0).limits().get("max");
  }

  @Test
  void aStatusIsKnownByItsCode() {
    assertThat(Course.Status.of("archived")).isEqualTo(Course.Status.ARCHIVED);
    assertRefused(CommonError.INVALID_VALUE, () -> Course.Status.of("live"));
  }

  @Test
  void itsTeacherAndAdminsTeachIt() {
    Course course = aCourse().taughtBy(teacher).build();

    assertThat(course.isTaughtBy(Actor.user(teacher, Role.USER))).isTrue();
    assertThat(course.isTaughtBy(Actor.user(aUserId(), Role.ADMIN))).isTrue();
    assertThat(course.isTaughtBy(Actor.user(aUserId(), Role.TEACHER))).isFalse();
    assertThat(course.isTaughtBy(Actor.visitor())).isFalse();
  }

  @Test
  void slugsAreMadeOfTheTitle() {
    assertThat(CourseSlug.of("Painting: Zoë's light!", 1)).hasToString("painting-zoe-s-light");
    assertThat(CourseSlug.of("Painting", 2)).hasToString("painting-2");
    assertThat(CourseSlug.of("!!!", 1)).hasToString("course");
  }

  private static void change(Course course, Optional<String> title, Optional<Money> price) {
    course.change(title, Optional.empty(), price, Optional.empty(), NOW);
  }
}
