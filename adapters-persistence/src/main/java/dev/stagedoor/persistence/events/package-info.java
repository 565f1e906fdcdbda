/** Keeps events, and lists them with their organisers and tickets for their screens. */
@NullMarked
package dev.stagedoor.persistence.events;

import org.jspecify.annotations.NullMarked;
