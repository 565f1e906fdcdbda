/** What Stagedoor asks of whoever keeps notifications. */
@NullMarked
package dev.stagedoor.domain.notifications.port;

import org.jspecify.annotations.NullMarked;
