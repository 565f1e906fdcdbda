/**
 * Carries live updates from the transaction that publishes them to the readers of every instance:
 * through a log table that each instance reads by cursor, woken by a notification.
 */
@NullMarked
package dev.stagedoor.persistence.live;

import org.jspecify.annotations.NullMarked;
