/**
 * Live streams and their recordings, whoever carries the pictures. A stream's state is worked out
 * from facts that only add up (when an encoder came and went, when a recording was ready, whether
 * somebody pressed stop), so webhooks may come in any order, late or twice.
 */
@NullMarked
package dev.stagedoor.domain.video;

import org.jspecify.annotations.NullMarked;
