package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.courses.port.CertificateRepository;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import dev.stagedoor.domain.courses.port.PurchaseRepository;

/** All repositories of courses: a store may insist on what a row of one refers to. */
public record CoursesStores(
    CourseRepository courses,
    CurriculumRepository curricula,
    EnrollmentRepository enrollments,
    CertificateRepository certificates,
    PurchaseRepository purchases,
    ProfileRepository profiles) {}
