package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.courses.port.CertificateRepository;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;

/** All repositories of courses: a store may insist on what a row of one refers to. */
public record CoursesStores(
    CourseRepository courses,
    CurriculumRepository curricula,
    EnrollmentRepository enrollments,
    WatchedLectureRepository watchedLectures,
    CertificateRepository certificates,
    PurchaseRepository purchases,
    PurchaseLists purchaseLists,
    ProfileRepository profiles) {}
