/**
 * Refuses text that could not be kept as it was sent: with the character 0, for which PostgreSQL
 * has no place, or with something that is no character at all, which would silently become a
 * question mark.
 */
@NullMarked
package dev.stagedoor.web.text;

import org.jspecify.annotations.NullMarked;
