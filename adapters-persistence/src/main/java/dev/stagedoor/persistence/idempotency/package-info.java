/** Keeps the answers to requests that carried an idempotency key. */
@NullMarked
package dev.stagedoor.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
