/**
 * The enrollment desk of a course service of its own, asked over HTTP with a key and a signature.
 * {@link dev.stagedoor.providers.enrollments.Enrollments} is plain Java; the Micronaut binding
 * beside it is switched here. What is sent: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.courses.enrollments", value = "http")
@NullMarked
package dev.stagedoor.providers.enrollments;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
