package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CurriculumView;
import dev.stagedoor.application.courses.LectureView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a course is made of, in the order in which one learns. */
public record Contents(List<Part> parts) {
  public Contents {
    parts = List.copyOf(parts);
  }

  /**
   * Lectures that belong together.
   *
   * @param chapter empty for those before all chapters
   */
  public record Part(Optional<CurriculumView.ChapterView> chapter, List<LectureView> lectures) {
    public Part {
      lectures = List.copyOf(lectures);
    }

    public Optional<String> title() {
      return chapter.map(CurriculumView.ChapterView::title);
    }

    /** Returns how long it is as far as that is known; empty where nothing is. */
    public Optional<Duration> length() {
      return Contents.length(lectures);
    }
  }

  /** Returns everything, with the chapters that are empty. */
  public static Contents of(CurriculumView curriculum) {
    List<Part> parts = new ArrayList<>();
    if (!curriculum.lectures().isEmpty()) {
      parts.add(new Part(Optional.empty(), curriculum.lectures()));
    }
    curriculum
        .chapters()
        .forEach(chapter -> parts.add(new Part(Optional.of(chapter), chapter.lectures())));
    return new Contents(parts);
  }

  /** Returns what there is to watch: no drafts, and no chapters without anything in them. */
  public Contents watchable() {
    return new Contents(
        parts.stream()
            .map(
                part ->
                    new Part(
                        part.chapter(),
                        part.lectures().stream().filter(one -> !one.isDraft()).toList()))
            .filter(part -> !part.lectures().isEmpty())
            .toList());
  }

  public List<LectureView> lectures() {
    return parts.stream().flatMap(part -> part.lectures().stream()).toList();
  }

  public List<CurriculumView.ChapterView> chapters() {
    return parts.stream().flatMap(part -> part.chapter().stream()).toList();
  }

  public boolean isEmpty() {
    return lectures().isEmpty();
  }

  public Optional<LectureView> lecture(UUID id) {
    return lectures().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public Optional<LectureView> before(UUID id) {
    return beside(id, -1);
  }

  public Optional<LectureView> after(UUID id) {
    return beside(id, 1);
  }

  private Optional<LectureView> beside(UUID id, int step) {
    List<LectureView> all = lectures();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        int there = i + step;
        return there >= 0 && there < all.size() ? Optional.of(all.get(there)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns where somebody goes on: at what they have not completed yet, else at the beginning. */
  public Optional<LectureView> next() {
    List<LectureView> all = lectures();
    return all.stream()
        .filter(one -> !isCompleted(one))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  public long completed() {
    return lectures().stream().filter(Contents::isCompleted).count();
  }

  /** Returns how long all of it is as far as that is known; empty where nothing is. */
  public Optional<Duration> length() {
    return length(lectures());
  }

  public static boolean isCompleted(LectureView lecture) {
    return lecture.watched().filter(LectureView.Watched::isCompleted).isPresent();
  }

  private static Optional<Duration> length(List<LectureView> lectures) {
    return lectures.stream().flatMap(one -> one.duration().stream()).reduce(Duration::plus);
  }
}
