package dev.stagedoor.application.courses;

import dev.stagedoor.domain.kernel.Money;

/**
 * How a course does, for its teacher.
 *
 * @param enrolled how many are enrolled now, completed ones included
 * @param completed how many of them have completed it
 * @param taken what was paid for it in all, in its currency
 * @param refunded what of that went back
 */
public record CourseFigures(
    CourseView course, long enrolled, long completed, Money taken, Money refunded) {}
