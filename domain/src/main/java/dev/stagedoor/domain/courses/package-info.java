/**
 * Courses: what a teacher puts together and sells, who may watch it, how far they came and what
 * they get for it.
 */
@NullMarked
package dev.stagedoor.domain.courses;

import org.jspecify.annotations.NullMarked;
