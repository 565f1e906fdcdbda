/**
 * What the application needs of whoever keeps its data: units of work, the outbox, the webhook
 * inbox, live updates, idempotency records and the read side.
 */
@NullMarked
package dev.stagedoor.application.port;

import org.jspecify.annotations.NullMarked;
