/**
 * Taking money and giving it back: which provider takes a payment, what became of it, and the
 * reconciler that finds out what was never told.
 */
@NullMarked
package dev.stagedoor.application.payments;

import org.jspecify.annotations.NullMarked;
