package dev.stagedoor.application;

import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.domain.courses.port.CertificateRepository;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import dev.stagedoor.domain.courses.port.PurchaseRepository;

/** What courses need of whoever keeps their data. */
public record CoursesPorts(
    CourseRepository courses,
    CurriculumRepository curricula,
    EnrollmentRepository enrollments,
    CertificateRepository certificates,
    PurchaseRepository purchases,
    ProfileRepository profiles,
    CourseQueries queries) {}
