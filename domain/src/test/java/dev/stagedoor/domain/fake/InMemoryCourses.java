package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.CoursesStores;

/** The repositories of courses, all in one store. */
public record InMemoryCourses(
    InMemoryCourseRepository courses,
    InMemoryCurriculumRepository curricula,
    InMemoryEnrollmentRepository enrollments,
    InMemoryWatchedLectureRepository watchedLectures,
    InMemoryCertificateRepository certificates,
    InMemoryPurchaseRepository purchases,
    InMemoryProfileRepository profiles) {

  public static InMemoryCourses in(InMemoryStore store) {
    InMemoryEnrollmentRepository enrollments = new InMemoryEnrollmentRepository(store);
    InMemoryWatchedLectureRepository watched = new InMemoryWatchedLectureRepository(store);
    InMemoryCurriculumRepository curricula = new InMemoryCurriculumRepository(store, watched);
    InMemoryPurchaseRepository purchases = new InMemoryPurchaseRepository(store);
    return new InMemoryCourses(
        new InMemoryCourseRepository(store, curricula, enrollments, purchases),
        curricula,
        enrollments,
        watched,
        new InMemoryCertificateRepository(store),
        purchases,
        new InMemoryProfileRepository(store));
  }

  public CoursesStores stores() {
    return new CoursesStores(
        courses,
        curricula,
        enrollments,
        watchedLectures,
        certificates,
        purchases,
        purchases,
        profiles);
  }
}
