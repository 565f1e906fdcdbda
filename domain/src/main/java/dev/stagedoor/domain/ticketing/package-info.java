/** Ticket sales that another system runs, shown and followed here. */
@NullMarked
package dev.stagedoor.domain.ticketing;

import org.jspecify.annotations.NullMarked;
