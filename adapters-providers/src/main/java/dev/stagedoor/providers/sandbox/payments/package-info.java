/** The payment provider: its far side, the ports over it, and the test cards a buyer can hold. */
@NullMarked
package dev.stagedoor.providers.sandbox.payments;

import org.jspecify.annotations.NullMarked;
