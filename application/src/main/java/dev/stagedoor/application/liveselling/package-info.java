/**
 * Live selling: workspaces and what they connect, shows and what is claimed in them, and the
 * invoices that follow.
 */
@NullMarked
package dev.stagedoor.application.liveselling;

import org.jspecify.annotations.NullMarked;
