/** What Stagedoor asks of a video provider, and where streams and recordings are kept. */
@NullMarked
package dev.stagedoor.domain.video.port;

import org.jspecify.annotations.NullMarked;
