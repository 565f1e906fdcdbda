package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.kernel.Money;

/** A course that a teacher begins. */
public record NewCourse(String title, String description, Money price, Course.Status status) {}
