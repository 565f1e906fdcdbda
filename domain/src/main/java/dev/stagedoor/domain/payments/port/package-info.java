/** What Stagedoor asks of a payment provider, and where payments are kept. */
@NullMarked
package dev.stagedoor.domain.payments.port;

import org.jspecify.annotations.NullMarked;
