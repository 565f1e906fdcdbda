/** Which provider keeps which videos of the library. */
@NullMarked
package dev.stagedoor.application.library;

import org.jspecify.annotations.NullMarked;
