/** Keeps templates, what was sent by them to whom, and what people want to hear of. */
@NullMarked
package dev.stagedoor.persistence.notifications;

import org.jspecify.annotations.NullMarked;
