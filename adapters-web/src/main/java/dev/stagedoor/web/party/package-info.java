/**
 * Watch parties over a WebSocket. Each connection is a {@code Guest}: its frames are read and its
 * messages written on its event loop, and what it asks for is done one after the other on a thread
 * that may wait. The parties of this server's guests are {@code PartyRoom}s, which only pass on
 * what the log of live updates says: who decides is the database, so that guests of several servers
 * see the same.
 */
@NullMarked
package dev.stagedoor.web.party;

import org.jspecify.annotations.NullMarked;
