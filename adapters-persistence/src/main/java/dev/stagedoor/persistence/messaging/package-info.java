/** Keeps messages until and after they are sent. */
@NullMarked
package dev.stagedoor.persistence.messaging;

import org.jspecify.annotations.NullMarked;
