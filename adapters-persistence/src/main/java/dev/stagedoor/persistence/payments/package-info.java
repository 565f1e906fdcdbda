/** Keeps payments with their refunds. */
@NullMarked
package dev.stagedoor.persistence.payments;

import org.jspecify.annotations.NullMarked;
