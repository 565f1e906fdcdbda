/**
 * Live updates over server-sent events and WebSockets: one hub for all readers of this process, fed
 * by {@code LiveFeed}. A reader that comes back with the id of what it saw last gets what it
 * missed; one that does not keep up is dropped, its connection closed, and comes back the same way.
 *
 * <p>All that concerns one reader happens on the event loop of its connection, so that there are no
 * locks, and each loop is told of an update once: {@code LoopReaders} hands it to those of them who
 * read the channel. What waits for a slow connection is counted in {@code LiveReader}; {@code Line}
 * is the connection, of either kind. What we use of the framework's internals is in {@code
 * StreamedBody}.
 */
@NullMarked
package dev.stagedoor.web.live;

import org.jspecify.annotations.NullMarked;
