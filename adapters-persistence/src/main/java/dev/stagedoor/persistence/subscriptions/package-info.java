/** Keeps what people pay for again and again. */
@NullMarked
package dev.stagedoor.persistence.subscriptions;

import org.jspecify.annotations.NullMarked;
