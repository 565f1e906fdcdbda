package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.kernel.Money;
import java.util.Optional;

/** What a teacher changes of a course; what is absent stays. */
public record ChangeCourse(
    Optional<String> title,
    Optional<String> description,
    Optional<Money> price,
    Optional<Course.Status> status) {}
