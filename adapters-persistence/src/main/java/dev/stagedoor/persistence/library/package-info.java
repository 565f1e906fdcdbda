/** Keeps the videos of the library. */
@NullMarked
package dev.stagedoor.persistence.library;

import org.jspecify.annotations.NullMarked;
