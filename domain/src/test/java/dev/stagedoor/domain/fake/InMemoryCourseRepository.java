package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.CourseRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps courses in memory. */
public final class InMemoryCourseRepository implements CourseRepository {
  private final InMemoryStore.Table<CourseId, Course.Snapshot> table;
  private final InMemoryCurriculumRepository curricula;
  private final InMemoryEnrollmentRepository enrollments;
  private final InMemoryPurchaseRepository purchases;

  public InMemoryCourseRepository(
      InMemoryStore store,
      InMemoryCurriculumRepository curricula,
      InMemoryEnrollmentRepository enrollments,
      InMemoryPurchaseRepository purchases) {
    table = store.table();
    this.curricula = curricula;
    this.enrollments = enrollments;
    this.purchases = purchases;
  }

  @Override
  public Optional<Course> find(CourseId id) {
    return table.find(id).map(Course::restore);
  }

  @Override
  public Optional<Course> lock(CourseId id) {
    return table.lock(id).map(Course::restore);
  }

  @Override
  public boolean add(Course course) {
    if (all().anyMatch(other -> other.slug().equals(course.slug()))) {
      return false;
    }
    save(course);
    return true;
  }

  @Override
  public void save(Course course) {
    Course.Snapshot now = course.snapshot();
    table.put(now.id(), next(now), Course.Snapshot::version, now.version());
  }

  @Override
  public boolean remove(CourseId id) {
    if (table.lock(id).isEmpty()
        || enrollments.all().anyMatch(one -> one.course().equals(id))
        || purchases.all().anyMatch(one -> one.course().equals(id))) {
      return false;
    }
    curricula.removeOf(id);
    table.remove(id);
    return true;
  }

  public Stream<Course> all() {
    return table.rows().map(Course::restore);
  }

  private static Course.Snapshot next(Course.Snapshot of) {
    return new Course.Snapshot(
        of.id(),
        of.slug(),
        of.teacher(),
        of.title(),
        of.description(),
        of.price(),
        of.status(),
        of.publishedAt(),
        of.createdAt(),
        of.updatedAt(),
        of.version() + 1);
  }
}
