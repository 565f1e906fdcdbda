package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.courses.Chapter;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps chapters and lectures in memory. */
public final class InMemoryCurriculumRepository implements CurriculumRepository {
  private final InMemoryStore.Table<ChapterId, Chapter> chapters;
  private final InMemoryStore.Table<LectureId, Lecture> lectures;
  private final InMemoryWatchedLectureRepository watched;

  public InMemoryCurriculumRepository(
      InMemoryStore store, InMemoryWatchedLectureRepository watched) {
    chapters = store.table();
    lectures = store.table();
    this.watched = watched;
  }

  @Override
  public Curriculum of(CourseId course) {
    return Curriculum.of(course, chaptersOf(course), lecturesOf(course));
  }

  @Override
  public Optional<CourseId> courseOf(ChapterId chapter) {
    return chapters.find(chapter).map(Chapter::course);
  }

  @Override
  public Optional<Lecture> find(LectureId lecture) {
    return lectures.find(lecture);
  }

  @Override
  public void save(Curriculum curriculum) {
    Set<LectureId> gone = new HashSet<>();
    lecturesOf(curriculum.course()).forEach(lecture -> gone.add(lecture.id()));
    chaptersOf(curriculum.course()).forEach(chapter -> chapters.remove(chapter.id()));
    curriculum.chapters().forEach(chapter -> chapters.put(chapter.id(), chapter));
    curriculum.lectures().forEach(lecture -> lectures.put(lecture.id(), lecture));
    curriculum.lectures().forEach(lecture -> gone.remove(lecture.id()));
    gone.forEach(this::remove);
  }

  void removeOf(CourseId course) {
    save(Curriculum.of(course, List.of(), List.of()));
  }

  private void remove(LectureId lecture) {
    lectures.remove(lecture);
    watched.forgetAll(lecture);
  }

  private List<Chapter> chaptersOf(CourseId course) {
    return chapters.rows().filter(chapter -> chapter.course().equals(course)).toList();
  }

  private List<Lecture> lecturesOf(CourseId course) {
    return lectures.rows().filter(lecture -> lecture.course().equals(course)).toList();
  }
}
