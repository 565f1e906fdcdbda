package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.EnrollmentWorld;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.fixture.CourseBuilder;
import dev.stagedoor.domain.fixture.Samples;
import java.time.Clock;

/** A course service in memory: what its desk does, and what came of it. */
public final class EnrollmentShelf implements EnrollmentWorld {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryCourses courses = InMemoryCourses.in(store);
  private final FakeEnrollmentDesk desk;

  public EnrollmentShelf(Clock clock) {
    desk = new FakeEnrollmentDesk(store, courses.courses(), courses.enrollments(), clock);
  }

  public FakeEnrollmentDesk desk() {
    return desk;
  }

  @Override
  public UserId aStudent() {
    return Samples.aUserId();
  }

  @Override
  public CourseId aCourse() {
    Course course = CourseBuilder.aCourse().published().build();
    store.write(
        () -> {
          courses.courses().add(course);
          return course;
        });
    return course.id();
  }

  @Override
  public boolean isEnrolled(UserId student, CourseId course) {
    return store.read(
        () -> courses.enrollments().find(course, student).filter(Enrollment::isActive).isPresent());
  }
}
