/**
 * How many requests a caller may send, and how often somebody may try to sign in. Counted in this
 * process; a few instances each count for themselves.
 */
@NullMarked
package dev.stagedoor.web.limits;

import org.jspecify.annotations.NullMarked;
