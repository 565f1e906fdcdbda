/** Events: what an organiser puts on, and where people get in touch about it. */
@NullMarked
package dev.stagedoor.domain.events;

import org.jspecify.annotations.NullMarked;
