package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chapters and lectures of one course, in order. Changed as a whole under the lock of its
 * course.
 *
 * <p>Invariants: places count from 1 without gaps, among the chapters and among the lectures of
 * each chapter; a lecture's chapter is one of this course.
 */
public final class Curriculum {
  public static final int MAX_CHAPTERS = 200;
  public static final int MAX_LECTURES = 2000;

  private final CourseId course;
  private final List<Chapter> chapters;
  private final List<Lecture> lectures;

  private Curriculum(CourseId course, List<Chapter> chapters, List<Lecture> lectures) {
    this.course = course;
    this.chapters = new ArrayList<>(chapters);
    this.chapters.sort(Comparator.comparingInt(Chapter::position));
    this.lectures = new ArrayList<>(lectures);
    this.lectures.sort(Comparator.comparingInt(Lecture::position));
  }

  /** Puts together what is stored; an empty one is how a course begins. */
  public static Curriculum of(CourseId course, List<Chapter> chapters, List<Lecture> lectures) {
    return new Curriculum(course, chapters, lectures);
  }

  /** Adds a chapter, at a place or at the end. */
  public Chapter addChapter(ChapterId id, String title, Optional<Integer> position) {
    mustHaveRoom(chapters.size(), MAX_CHAPTERS);
    Chapter added = new Chapter(id, course, title, chapters.size() + 1);
    chapters.add(added);
    position.ifPresent(place -> move(added, place));
    return chapter(id);
  }

  /** Changes what is given. */
  public Chapter changeChapter(ChapterId id, Optional<String> title, Optional<Integer> position) {
    Chapter found = chapter(id);
    Chapter changed = title.map(found::titled).orElse(found);
    chapters.set(chapters.indexOf(found), changed);
    position.ifPresent(place -> move(changed, place));
    return chapter(id);
  }

  /** Removes a chapter; its lectures go to the end of those that are in none. */
  public void removeChapter(ChapterId id) {
    Chapter found = chapter(id);
    for (Lecture lecture : lecturesOf(Optional.of(id))) {
      place(lecture, Optional.empty(), Integer.MAX_VALUE);
    }
    chapters.remove(found);
    renumberChapters();
  }

  /** Adds a lecture, at a place of its chapter or at the end. */
  public Lecture addLecture(
      LectureId id,
      Optional<ChapterId> chapter,
      String title,
      Optional<Integer> position,
      boolean isPreview,
      boolean isDraft) {
    mustHaveRoom(lectures.size(), MAX_LECTURES);
    chapter.ifPresent(this::chapter);
    Lecture added = new Lecture(id, course, chapter, title, 0, isPreview, isDraft);
    lectures.add(added);
    place(added, chapter, position.orElse(Integer.MAX_VALUE));
    return lecture(id);
  }

  /** Replaces a lecture's title and who sees it by those of {@code changed}; not its place. */
  public Lecture changeLecture(Lecture changed) {
    Lecture found = lecture(changed.id());
    Lecture kept = changed.in(found.chapter(), found.position());
    lectures.set(lectures.indexOf(found), kept);
    return kept;
  }

  /** Moves a lecture to a place of a chapter; beyond the end means the end. */
  public Lecture moveLecture(LectureId id, Optional<ChapterId> chapter, int position) {
    chapter.ifPresent(this::chapter);
    place(lecture(id), chapter, position);
    return lecture(id);
  }

  public void removeLecture(LectureId id) {
    Lecture found = lecture(id);
    lectures.remove(found);
    renumber(lecturesOf(found.chapter()), found.chapter());
  }

  private void move(Chapter moved, int position) {
    chapters.removeIf(chapter -> chapter.id().equals(moved.id()));
    chapters.add(index(position, chapters.size()), moved);
    renumberChapters();
  }

  private void renumberChapters() {
    for (int i = 0; i < chapters.size(); i++) {
      chapters.set(i, chapters.get(i).at(i + 1));
    }
  }

  private void place(Lecture moved, Optional<ChapterId> to, int position) {
    Optional<ChapterId> from = moved.chapter();
    lectures.removeIf(lecture -> lecture.id().equals(moved.id()));
    renumber(lecturesOf(from), from);
    List<Lecture> siblings = new ArrayList<>(lecturesOf(to));
    siblings.add(index(position, siblings.size()), moved);
    lectures.add(moved);
    renumber(siblings, to);
  }

  private void renumber(List<Lecture> inOrder, Optional<ChapterId> chapter) {
    Map<LectureId, Integer> places = new LinkedHashMap<>();
    for (Lecture lecture : inOrder) {
      places.put(lecture.id(), places.size() + 1);
    }
    lectures.replaceAll(
        lecture ->
            places.containsKey(lecture.id())
                ? lecture.in(chapter, places.getOrDefault(lecture.id(), 1))
                : lecture);
    lectures.sort(Comparator.comparingInt(Lecture::position));
  }

  private static int index(int position, int size) {
    return Math.max(1, Math.min(position, size + 1)) - 1;
  }

  private static void mustHaveRoom(int size, int limit) {
    if (size >= limit) {
      throw new DomainException(CoursesError.COURSE_FULL, Map.of("limit", limit));
    }
  }

  /** Returns a chapter of this course, or refuses with {@code NOT_FOUND}. */
  public Chapter chapter(ChapterId id) {
    return chapters.stream()
        .filter(chapter -> chapter.id().equals(id))
        .findFirst()
        .orElseThrow(DomainException::notFound);
  }

  /** Returns a lecture of this course, or refuses with {@code NOT_FOUND}. */
  public Lecture lecture(LectureId id) {
    return lectures.stream()
        .filter(lecture -> lecture.id().equals(id))
        .findFirst()
        .orElseThrow(DomainException::notFound);
  }

  public CourseId course() {
    return course;
  }

  /** Returns the chapters in order. */
  public List<Chapter> chapters() {
    return List.copyOf(chapters);
  }

  /** Returns the lectures of a chapter in order, or with none those before all chapters. */
  public List<Lecture> lecturesOf(Optional<ChapterId> chapter) {
    return lectures.stream().filter(lecture -> lecture.chapter().equals(chapter)).toList();
  }

  /** Returns all lectures in the order in which they are watched. */
  public List<Lecture> lectures() {
    List<Lecture> all = new ArrayList<>(lecturesOf(Optional.empty()));
    chapters.forEach(chapter -> all.addAll(lecturesOf(Optional.of(chapter.id()))));
    return List.copyOf(all);
  }
}
