/**
 * Mails and direct messages that the product sends. A message is stored in the unit of work that
 * wants it sent, and sent by a job.
 */
@NullMarked
package dev.stagedoor.domain.messaging;

import org.jspecify.annotations.NullMarked;
