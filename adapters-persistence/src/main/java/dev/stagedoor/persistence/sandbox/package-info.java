/** Keeps what the sandbox remembers. */
@NullMarked
package dev.stagedoor.persistence.sandbox;

import org.jspecify.annotations.NullMarked;
