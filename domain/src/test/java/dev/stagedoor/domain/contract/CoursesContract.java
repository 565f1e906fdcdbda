package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.fixture.CourseBuilder.aCourse;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPlace;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.fixture.CourseBuilder;
import java.util.Optional;
import java.util.function.Consumer;

/** What the contracts of the repositories of courses share: things that are on file. */
public interface CoursesContract extends RepositoryContract {
  CoursesStores stores();

  default CourseId aCourseOnFile() {
    return onFile(aCourse().taughtBy(anAccountOnFile())).id();
  }

  default Course onFile(CourseBuilder wanted) {
    Course course = wanted.build();
    run(() -> stores().courses().add(course));
    return course;
  }

  /** Adds a lecture that everybody sees to the end of those before all chapters. */
  default Lecture aLectureOnFile(CourseId course) {
    return write(
        () -> {
          stores().courses().lock(course).orElseThrow();
          Curriculum curriculum = stores().curricula().of(course);
          Lecture added =
              curriculum.addLecture(
                  aLectureId(), Optional.empty(), "Light", Optional.empty(), false, false);
          stores().curricula().save(curriculum);
          return added;
        });
  }

  /** Changes the place of a student in a course, which is made where there is none. */
  default Enrollment enroll(CourseId course, UserId student, Consumer<Enrollment> change) {
    return write(
        () -> {
          Enrollment place = stores().enrollments().lock(aPlace(course, student));
          change.accept(place);
          stores().enrollments().save(place);
          return stores().enrollments().find(course, student).orElseThrow();
        });
  }

  /** Stores a purchase that is open, and changes it. */
  default Purchase onFile(Purchase wanted, Consumer<Purchase> change) {
    return write(
        () -> {
          Purchase purchase = stores().purchases().lockOpen(wanted);
          change.accept(purchase);
          stores().purchases().save(purchase);
          return stores().purchases().find(purchase.id()).orElseThrow();
        });
  }
}
