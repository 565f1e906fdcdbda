/**
 * Pages of the courses area: the catalogue and each course, its payment, the player in which one
 * learns, what teachers put courses together with, certificates (as a page and as a PDF), and
 * people.
 */
@Configuration
@Requires(condition = CoursesOn.class)
@NullMarked
package dev.stagedoor.web.pages.courses;

import dev.stagedoor.web.CoursesOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
