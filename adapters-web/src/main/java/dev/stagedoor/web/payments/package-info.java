/** Payments over HTTP, whatever they are for: refunds, and what an admin must look at. */
@NullMarked
package dev.stagedoor.web.payments;

import org.jspecify.annotations.NullMarked;
