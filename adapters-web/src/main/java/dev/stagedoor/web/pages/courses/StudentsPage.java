package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.domain.kernel.Page;

/** Who is or was enrolled in a course. */
public record StudentsPage(CourseView course, Page<EnrollmentView> students) {}
