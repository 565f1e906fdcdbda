package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps in memory how far students are with lectures. */
public final class InMemoryWatchedLectureRepository implements WatchedLectureRepository {
  private final InMemoryStore.Table<Key, WatchedLecture> table;

  private record Key(EnrollmentId enrollment, LectureId lecture) {}

  public InMemoryWatchedLectureRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public List<WatchedLecture> watched(EnrollmentId enrollment) {
    return table.rows().filter(one -> one.enrollment().equals(enrollment)).toList();
  }

  @Override
  public void save(WatchedLecture watched) {
    table.put(new Key(watched.enrollment(), watched.lecture()), watched);
  }

  @Override
  public void forget(EnrollmentId enrollment, Optional<LectureId> lecture) {
    forget(
        one ->
            one.enrollment().equals(enrollment)
                && (lecture.isEmpty() || one.lecture().equals(lecture.get())));
  }

  void forgetAll(LectureId lecture) {
    forget(one -> one.lecture().equals(lecture));
  }

  private void forget(Predicate<WatchedLecture> which) {
    table
        .rows()
        .filter(which)
        .forEach(one -> table.remove(new Key(one.enrollment(), one.lecture())));
  }
}
