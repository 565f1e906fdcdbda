/** Keeps which files are to be sent to a store, and what came of it. */
@NullMarked
package dev.stagedoor.persistence.storage;

import org.jspecify.annotations.NullMarked;
