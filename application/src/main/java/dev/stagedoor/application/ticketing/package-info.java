/**
 * Tickets that other systems sell: enabled, followed, and set up there by who is signed in here.
 */
@NullMarked
package dev.stagedoor.application.ticketing;

import org.jspecify.annotations.NullMarked;
