package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps enrollments in memory, by who is enrolled in what. */
public final class InMemoryEnrollmentRepository implements EnrollmentRepository {
  private final InMemoryStore.Table<Place, Enrollment.Snapshot> table;

  private record Place(CourseId course, UserId student) {}

  public InMemoryEnrollmentRepository(InMemoryStore store) {
    table = store.table();
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
