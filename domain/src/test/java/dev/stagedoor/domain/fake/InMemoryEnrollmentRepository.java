package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps enrollments in memory, by who is enrolled in what. */
public final class InMemoryEnrollmentRepository implements EnrollmentRepository {
  private final InMemoryStore.Table<Place, Enrollment.Snapshot> table;
  private final InMemoryStore.Table<Seen, WatchedLecture> seen;

  private record Place(CourseId course, UserId student) {}

  private record Seen(EnrollmentId enrollment, LectureId lecture) {}

  public InMemoryEnrollmentRepository(InMemoryStore store) {
    table = store.table();
    seen = store.table();
  }

  @Override
  public Optional<Enrollment> find(CourseId course, UserId student) {
    return table.find(new Place(course, student)).map(Enrollment::restore);
  }

  @Override
  public Enrollment lock(Enrollment place) {
    Place key = new Place(place.course(), place.student());
    if (table.lock(key).isEmpty()) {
      save(place);
    }
    return Enrollment.restore(table.lock(key).orElseThrow());
  }

  @Override
  public void save(Enrollment enrollment) {
    Enrollment.Snapshot now = enrollment.snapshot();
    table.put(
        new Place(now.course(), now.student()),
        next(now),
        Enrollment.Snapshot::version,
        now.version());
  }

  @Override
  public List<WatchedLecture> watched(EnrollmentId enrollment) {
    return seen.rows().filter(one -> one.enrollment().equals(enrollment)).toList();
  }

  @Override
  public void save(WatchedLecture watched) {
    seen.put(new Seen(watched.enrollment(), watched.lecture()), watched);
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
    seen.rows()
        .filter(which)
        .forEach(one -> seen.remove(new Seen(one.enrollment(), one.lecture())));
  }

  public Stream<Enrollment> all() {
    return table.rows().map(Enrollment::restore);
  }

  private static Enrollment.Snapshot next(Enrollment.Snapshot of) {
    return new Enrollment.Snapshot(
        of.id(),
        of.course(),
        of.student(),
        of.status(),
        of.payment(),
        of.standing(),
        of.withdrawn(),
        of.progress(),
        of.watched(),
        of.enrolledAt(),
        of.completedAt(),
        of.droppedAt(),
        of.version() + 1);
  }
}
