/**
 * Turns everything that can go wrong into one answer: {@code application/problem+json} as in RFC
 * 9457, in the caller's language, with the members older clients know. Nothing of ours or of a
 * provider's inner life is shown.
 */
@NullMarked
package dev.stagedoor.web.error;

import org.jspecify.annotations.NullMarked;
