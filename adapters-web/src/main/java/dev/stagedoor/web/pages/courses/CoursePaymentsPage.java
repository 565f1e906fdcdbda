package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CoursePaymentView;
import dev.stagedoor.domain.kernel.Page;

/** What somebody paid for courses, or wanted to. */
public record CoursePaymentsPage(Page<CoursePaymentView> payments) {}
