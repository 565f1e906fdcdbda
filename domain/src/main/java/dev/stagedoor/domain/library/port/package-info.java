/** What Stagedoor asks of whoever prepares and keeps videos. */
@NullMarked
package dev.stagedoor.domain.library.port;

import org.jspecify.annotations.NullMarked;
