/**
 * Answers a repeated request without doing it again. A client that sends an {@code Idempotency-Key}
 * with a POST may repeat it for a day and gets the first answer, whatever became of the line
 * between.
 */
@NullMarked
package dev.stagedoor.web.idempotency;

import org.jspecify.annotations.NullMarked;
