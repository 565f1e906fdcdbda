/**
 * Mails: written in the reader's language, stored with the change that wants them sent, and sent by
 * a job.
 */
@NullMarked
package dev.stagedoor.application.messaging;

import org.jspecify.annotations.NullMarked;
