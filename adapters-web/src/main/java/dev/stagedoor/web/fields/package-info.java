/**
 * Answers below {@code /api/v1} with only what is asked for: {@code ?fields=} names members, and a
 * phone that names none is sent those that a phone shows.
 */
@NullMarked
package dev.stagedoor.web.fields;

import org.jspecify.annotations.NullMarked;
