/** Whole journeys against the packaged server: a real process, a real database, a real browser. */
@NullMarked
package dev.stagedoor.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
