package dev.stagedoor.application;

import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.domain.courses.port.CertificateRepository;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;

/** What courses need of whoever keeps their data. */
public record CoursesPorts(
    CourseRepository courses,
    CurriculumRepository curricula,
    EnrollmentRepository enrollments,
    WatchedLectureRepository watchedLectures,
    CertificateRepository certificates,
    PurchaseRepository purchases,
    PurchaseLists purchaseLists,
    ProfileRepository profiles,
    CourseQueries queries) {}
