/** What Stagedoor asks of a ticketing system. */
@NullMarked
package dev.stagedoor.domain.ticketing.port;

import org.jspecify.annotations.NullMarked;
