/** Whole journeys on the real database, without a server around. */
@NullMarked
package dev.stagedoor.bootstrap.journeys;

import org.jspecify.annotations.NullMarked;
