/** What Stagedoor asks of whoever carries messages, and where they are kept. */
@NullMarked
package dev.stagedoor.domain.messaging.port;

import org.jspecify.annotations.NullMarked;
