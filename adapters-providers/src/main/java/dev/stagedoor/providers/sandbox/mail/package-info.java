/** The mail carrier: a mailbox that keeps every message. */
@NullMarked
package dev.stagedoor.providers.sandbox.mail;

import org.jspecify.annotations.NullMarked;
