package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.CourseBuilder.aCourse;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPurchase;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.fixture.CourseSamples;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Money;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of courses must do. */
public interface CourseRepositoryContract extends CoursesContract {
  private CourseRepository courses() {
    return stores().courses();
  }

  @Test
  default void anUnknownCourseIsAbsent() {
    onFile(aCourse());

    assertThat(write(() -> courses().find(aCourseId()))).isEmpty();
    assertThat(write(() -> courses().lock(aCourseId()))).isEmpty();
    assertThat(write(() -> courses().remove(aCourseId()))).isFalse();
  }

  @Test
  default void aCourseComesBackAsItWasAdded() {
    Course draft = onFile(aCourse().called("Zoë's \"Light\" नमस्ते").about("").free());
    Course published =
        onFile(aCourse().at(Money.of(5_000, "JPY")).publishedAt(NOW.plusSeconds(1)).archived());

    assertSame(stored(draft.id()), draft);
    assertSame(stored(published.id()), published);
    assertSame(write(() -> courses().lock(draft.id()).orElseThrow()), draft);
    assertThat(stored(draft.id()).version()).isEqualTo(1);
  }

  @Test
  default void aSlugThatIsTakenIsNotAddedAndTheWorkGoesOn() {
    Course first = onFile(aCourse());
    Course second = aCourse().at(first.slug()).build();
    Course third = aCourse().build();

    boolean added =
        write(
            () -> {
              boolean taken = courses().add(second);
              courses().add(third);
              return taken;
            });

    assertThat(added).isFalse();
    assertThat(write(() -> courses().find(second.id()))).isEmpty();
    assertSame(stored(first.id()), first);
    assertSame(stored(third.id()), third);
  }

  @Test
  default void ofConcurrentAddsWithOneSlugExactlyOneInserts() {
    CourseSlug slug = aCourse().build().slug();

    assertThat(Race.of(6, () -> write(() -> courses().add(aCourse().at(slug).build()))))
        .containsOnlyOnce(true);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Course saved = onFile(aCourse());
    rename(saved, "Other");
    run(
        () -> {
          rename(courses().find(saved.id()).orElseThrow(), "Other");
          rename(courses().lock(saved.id()).orElseThrow(), "Other");
        });

    assertThat(stored(saved.id()).title()).isEqualTo("Painting with light");
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Course saved = onFile(aCourse());
    change(
        saved.id(),
        course ->
            course.change(
                Optional.of("Light"),
                Optional.of("All of it."),
                Optional.of(usd(100)),
                Optional.of(Course.Status.PUBLISHED),
                NOW.plusSeconds(9)));

    Course stored = stored(saved.id());
    assertThat(stored.title()).isEqualTo("Light");
    assertThat(stored.description()).isEqualTo("All of it.");
    assertThat(stored.price()).isEqualTo(usd(100));
    assertThat(stored.status()).isEqualTo(Course.Status.PUBLISHED);
    assertThat(stored.publishedAt()).contains(NOW.plusSeconds(9));
    assertThat(stored.updatedAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(stored.createdAt()).isEqualTo(NOW);
    assertThat(stored.version()).isEqualTo(2);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Course saved = onFile(aCourse());
    Course mine = stored(saved.id());
    change(saved.id(), course -> rename(course, "First"));
    rename(mine, "Second");

    assertStale(() -> run(() -> courses().save(mine)));

    assertThat(stored(saved.id()).title()).isEqualTo("First");
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Course changed = onFile(aCourse());
    Course removed = onFile(aCourse());
    Course added = aCourse().build();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      courses().add(added);
                      courses().remove(removed.id());
                      Course course = courses().lock(changed.id()).orElseThrow();
                      rename(course, "Other");
                      courses().save(course);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> courses().find(added.id()))).isEmpty();
    assertThat(write(() -> courses().find(removed.id()))).isPresent();
    assertThat(stored(changed.id()).title()).isEqualTo("Painting with light");
  }

  @Test
  default void aRemovedCourseIsGoneWithItsChaptersAndLecturesAndNoOther() {
    CourseId course = aCourseOnFile();
    Lecture lecture = aLectureOnFile(course);
    ChapterId chapter = CourseSamples.aChapterId();
    run(
        () -> {
          Curriculum curriculum = stores().curricula().of(course);
          curriculum.addChapter(chapter, "One", Optional.empty());
          stores().curricula().save(curriculum);
        });
    Lecture kept = aLectureOnFile(aCourseOnFile());

    assertThat(write(() -> courses().remove(course))).isTrue();

    assertThat(write(() -> courses().find(course))).isEmpty();
    assertThat(write(() -> stores().curricula().find(lecture.id()))).isEmpty();
    assertThat(write(() -> stores().curricula().courseOf(chapter))).isEmpty();
    assertThat(write(() -> stores().curricula().find(kept.id()))).contains(kept);
    assertThat(write(() -> courses().find(kept.course()))).isPresent();
  }

  @Test
  default void aCourseThatSomebodyWantsToBuyOrHasAPlaceInStays() {
    CourseId wanted = aCourseOnFile();
    CourseId joined = aCourseOnFile();
    Lecture lecture = aLectureOnFile(joined);
    run(() -> stores().purchases().lockOpen(aPurchase(wanted, anAccountOnFile())));
    enroll(joined, anAccountOnFile(), place -> place.grantFree(NOW));

    assertThat(write(() -> courses().remove(wanted))).isFalse();
    assertThat(write(() -> courses().remove(joined))).isFalse();

    assertThat(write(() -> courses().find(wanted))).isPresent();
    assertThat(write(() -> courses().find(joined))).isPresent();
    assertThat(write(() -> stores().curricula().find(lecture.id()))).contains(lecture);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Course course = onFile(aCourse().called("Light"));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(course.id(), one -> rename(one, one.title() + "!"));
          }
          return true;
        });

    assertThat(stored(course.id()).title()).isEqualTo("Light" + "!".repeat(20));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Course course = aCourse().build();

    assertNeedsUnitOfWork(() -> courses().find(course.id()));
    assertNeedsUnitOfWork(() -> courses().lock(course.id()));
    assertNeedsUnitOfWork(() -> courses().add(course));
    assertNeedsUnitOfWork(() -> courses().save(course));
    assertNeedsUnitOfWork(() -> courses().remove(course.id()));
  }

  private Course stored(CourseId id) {
    return write(() -> courses().find(id).orElseThrow());
  }

  private void change(CourseId id, Consumer<Course> change) {
    run(
        () -> {
          Course course = courses().lock(id).orElseThrow();
          change.accept(course);
          courses().save(course);
        });
  }

  private static void rename(Course course, String title) {
    course.change(Optional.of(title), Optional.empty(), Optional.empty(), Optional.empty(), NOW);
  }

  private static void assertSame(Course actual, Course expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
