package dev.stagedoor.domain.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Chapters and lectures that are added, moved and removed in any order. */
class CurriculumPropertyTest {
  private static final CourseId COURSE = new CourseId(new UUID(0, 1));

  private enum What {
    ADD_CHAPTER,
    MOVE_CHAPTER,
    REMOVE_CHAPTER,
    ADD_LECTURE,
    MOVE_LECTURE,
    REMOVE_LECTURE
  }

  /** {@code which} and {@code to} pick among what there is; {@code position} may be anything. */
  private record Step(What what, int which, int to, int position) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> pick = Arbitraries.integers().between(0, 9);
    return Combinators.combine(
            Arbitraries.of(What.class), pick, pick, Arbitraries.integers().between(-1, 12))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  private static <T> Optional<T> pick(List<T> from, int which) {
    return from.isEmpty() ? Optional.empty() : Optional.of(from.get(which % from.size()));
  }

  private static void take(Curriculum curriculum, Step step, int number) {
    Optional<ChapterId> to =
        step.to() < 3 ? Optional.empty() : pick(curriculum.chapters(), step.to()).map(Chapter::id);
    Optional<Chapter> chapter = pick(curriculum.chapters(), step.which());
    Optional<Lecture> lecture = pick(curriculum.lectures(), step.which());
    Optional<Integer> place = Optional.of(step.position()).filter(position -> position >= 0);
    switch (step.what()) {
      case ADD_CHAPTER ->
          curriculum.addChapter(new ChapterId(new UUID(1, number)), "Chapter " + number, place);
      case MOVE_CHAPTER ->
          chapter.ifPresent(one -> curriculum.changeChapter(one.id(), Optional.empty(), place));
      case REMOVE_CHAPTER -> chapter.ifPresent(one -> curriculum.removeChapter(one.id()));
      case ADD_LECTURE ->
          curriculum.addLecture(
              new LectureId(new UUID(2, number)), to, "Lecture " + number, place, false, false);
      case MOVE_LECTURE ->
          lecture.ifPresent(one -> curriculum.moveLecture(one.id(), to, step.position()));
      case REMOVE_LECTURE -> lecture.ifPresent(one -> curriculum.removeLecture(one.id()));
    }
  }

  private static void assertCounted(List<Integer> places) {
    assertThat(places).isEqualTo(IntStream.rangeClosed(1, places.size()).boxed().toList());
  }

  @Property
  void placesCountFromOneWithoutGapsAndNothingIsLost(@ForAll("steps") List<Step> steps) {
    Curriculum curriculum = Curriculum.of(COURSE, List.of(), List.of());
    int lectures = 0;
    for (int number = 0; number < steps.size(); number++) {
      Step step = steps.get(number);
      boolean removes = step.what() == What.REMOVE_LECTURE && !curriculum.lectures().isEmpty();
      take(curriculum, step, number);
      lectures += step.what() == What.ADD_LECTURE ? 1 : removes ? -1 : 0;

      assertThat(curriculum.lectures()).hasSize(lectures).doesNotHaveDuplicates();
      assertCounted(curriculum.chapters().stream().map(Chapter::position).toList());
      List<Optional<ChapterId>> places = new ArrayList<>();
      places.add(Optional.empty());
      curriculum.chapters().forEach(chapter -> places.add(Optional.of(chapter.id())));
      places.forEach(
          place ->
              assertCounted(curriculum.lecturesOf(place).stream().map(Lecture::position).toList()));
    }
    Curriculum again = Curriculum.of(COURSE, curriculum.chapters(), curriculum.lectures());
    assertThat(again.lectures()).isEqualTo(curriculum.lectures());
    assertThat(again.chapters()).isEqualTo(curriculum.chapters());
  }

  @Example
  void aCourseHasOnlySoManyChapters() {
    Curriculum curriculum = Curriculum.of(COURSE, List.of(), List.of());
    for (int i = 0; i < Curriculum.MAX_CHAPTERS; i++) {
      var unused = curriculum.addChapter(new ChapterId(new UUID(1, i)), "One", Optional.empty());
    }

    assertThatThrownBy(
            () -> curriculum.addChapter(new ChapterId(new UUID(3, 0)), "Two", Optional.empty()))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(CoursesError.COURSE_FULL));
    assertThat(curriculum.chapters()).hasSize(Curriculum.MAX_CHAPTERS);
  }
}
