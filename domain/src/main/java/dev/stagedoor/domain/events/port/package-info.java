/** What Stagedoor asks of whoever keeps events. */
@NullMarked
package dev.stagedoor.domain.events.port;

import org.jspecify.annotations.NullMarked;
