package dev.stagedoor.persistence.courses;

import dev.stagedoor.application.CoursesPorts;
import dev.stagedoor.domain.contract.CoursesStores;
import dev.stagedoor.persistence.TestPersistence;

/** What the contracts of courses need of an open persistence. */
final class TestCourses {
  private TestCourses() {}

  static CoursesStores stores(TestPersistence open) {
    CoursesPorts ports = open.ports().courses();
    return new CoursesStores(
        ports.courses(),
        ports.curricula(),
        ports.enrollments(),
        ports.watchedLectures(),
        ports.certificates(),
        ports.purchases(),
        ports.purchaseLists(),
        ports.profiles());
  }
}
