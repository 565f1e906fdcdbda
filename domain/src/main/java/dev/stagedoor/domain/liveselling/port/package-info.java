/** What live selling asks of whoever keeps its data. */
@NullMarked
package dev.stagedoor.domain.liveselling.port;

import org.jspecify.annotations.NullMarked;
