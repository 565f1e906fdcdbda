package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.payments.PaymentForms;

/** What a course costs, or that it was paid. */
public record CoursePaymentPage(CourseView course, boolean isPaid, PaymentForms forms) {}
