/**
 * Live updates over server-sent events: one hub for all readers of this process, fed by {@code
 * LiveFeed}. A reader that comes back with the id of what it saw last gets what it missed; one that
 * does not keep up is dropped and comes back the same way.
 */
@NullMarked
package dev.stagedoor.web.live;

import org.jspecify.annotations.NullMarked;
