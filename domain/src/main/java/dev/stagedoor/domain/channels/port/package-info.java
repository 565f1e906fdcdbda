/** What Stagedoor asks of a social platform. */
@NullMarked
package dev.stagedoor.domain.channels.port;

import org.jspecify.annotations.NullMarked;
