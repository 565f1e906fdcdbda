package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.domain.kernel.Page;

/** What somebody is enrolled in. */
public record LearningPage(Page<EnrollmentView> enrollments) {}
