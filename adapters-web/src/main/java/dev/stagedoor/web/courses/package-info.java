/**
 * Courses over HTTP as JSON: courses with chapters and lectures, their videos, enrollments and
 * progress, certificates, payments, profiles, and what other services of the house ask for. Bodies
 * are camelCase; money is in major units beside its {@code currency}. Each path is also served
 * without the prefix that a gateway strips.
 */
@Configuration
@Requires(condition = CoursesOn.class)
@NullMarked
package dev.stagedoor.web.courses;

import dev.stagedoor.web.CoursesOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
