package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.fixture.CourseSamples.aChapterId;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is added, moved and removed, in any order. */
class CurriculumPropertyTest {
  /** Something that happens; {@code pick} and {@code to} say to which of them, and where to. */
  private record Step(int kind, int pick, int to, int position) {}

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            // Things are added more often than they are removed.
            Arbitraries.of(0, 0, 1, 1, 1, 2, 3, 3, 4, 5),
            Arbitraries.integers().between(0, 99),
            Arbitraries.integers().between(0, 99),
            Arbitraries.oneOf(Arbitraries.integers().between(-1, 9), Arbitraries.integers()))
        .as(Step::new);
  }

  @Property(tries = 300)
  void placesCountFromOneWithoutGapsAndNothingIsLost(
      @ForAll @Size(max = 60) List<@From("steps") Step> steps) {
    Curriculum curriculum = Curriculum.of(aCourseId(), List.of(), List.of());
    int chapters = 0;
    int lectures = 0;
    for (Step step : steps) {
      Optional<Chapter> chapter = pick(curriculum.chapters(), step.pick());
      Optional<Lecture> lecture = pick(curriculum.lectures(), step.pick());
      Optional<ChapterId> to = place(curriculum, step.to());
      switch (step.kind()) {
        case 0 -> {
          Chapter added =
              curriculum.addChapter(aChapterId(), "Chapter", Optional.of(step.position()));
          chapters++;
          assertThat(added.position()).isEqualTo(clamped(step.position(), chapters));
        }
        case 1 -> {
          Lecture added =
              curriculum.addLecture(
                  aLectureId(), to, "Lecture", Optional.of(step.position()), false, false);
          lectures++;
          assertThat(added.position())
              .isEqualTo(clamped(step.position(), curriculum.lecturesOf(to).size()));
        }
        case 2 ->
            chapter.ifPresent(
                one ->
                    assertThat(
                            curriculum
                                .changeChapter(
                                    one.id(), Optional.empty(), Optional.of(step.position()))
                                .position())
                        .isEqualTo(clamped(step.position(), curriculum.chapters().size())));
        case 3 ->
            lecture.ifPresent(
                one -> {
                  Lecture moved = curriculum.moveLecture(one.id(), to, step.position());
                  assertThat(moved.chapter()).isEqualTo(to);
                  assertThat(moved.position())
                      .isEqualTo(clamped(step.position(), curriculum.lecturesOf(to).size()));
                });
        case 4 -> {
          chapter.ifPresent(one -> curriculum.removeChapter(one.id()));
          chapters -= chapter.isPresent() ? 1 : 0;
        }
        default -> {
          lecture.ifPresent(one -> curriculum.removeLecture(one.id()));
          lectures -= lecture.isPresent() ? 1 : 0;
        }
      }
      mustBeWithoutGaps(curriculum);
      assertThat(curriculum.chapters()).hasSize(chapters);
      assertThat(curriculum.lectures()).hasSize(lectures);
    }
    Curriculum stored =
        Curriculum.of(curriculum.course(), curriculum.chapters(), curriculum.lectures());
    assertThat(stored.lectures()).isEqualTo(curriculum.lectures());
  }

  private static int clamped(int position, int size) {
    return Math.max(1, Math.min(position, size));
  }

  private static <T> Optional<T> pick(List<T> all, int pick) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(pick % all.size()));
  }

  /** One of the chapters, or none. */
  private static Optional<ChapterId> place(Curriculum curriculum, int pick) {
    List<Optional<ChapterId>> places = new ArrayList<>();
    places.add(Optional.empty());
    curriculum.chapters().forEach(chapter -> places.add(Optional.of(chapter.id())));
    return places.get(pick % places.size());
  }

  private static void mustBeWithoutGaps(Curriculum curriculum) {
    assertThat(curriculum.chapters().stream().map(Chapter::position).toList())
        .isEqualTo(upTo(curriculum.chapters().size()));
    for (int i = 0; i <= curriculum.chapters().size(); i++) {
      List<Lecture> siblings = curriculum.lecturesOf(place(curriculum, i));
      assertThat(siblings.stream().map(Lecture::position).toList())
          .isEqualTo(upTo(siblings.size()));
    }
  }

  private static List<Integer> upTo(int size) {
    return IntStream.rangeClosed(1, size).boxed().toList();
  }
}
