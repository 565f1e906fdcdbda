/**
 * Keeps the tickets of things, what people connected at ticketing systems, and who went there from
 * here. {@link dev.stagedoor.persistence.ticketing.TicketedEvents} is what other packages join.
 */
@NullMarked
package dev.stagedoor.persistence.ticketing;

import org.jspecify.annotations.NullMarked;
