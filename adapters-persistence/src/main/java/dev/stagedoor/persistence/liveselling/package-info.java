/**
 * Keeps workspaces, their integrations and shows, what is claimed in these and how invoices got to
 * their buyers, and lists it for their screens.
 */
@NullMarked
package dev.stagedoor.persistence.liveselling;

import org.jspecify.annotations.NullMarked;
