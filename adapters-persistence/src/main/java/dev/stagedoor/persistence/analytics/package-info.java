/** Keeps what happened, and adds it up. */
@NullMarked
package dev.stagedoor.persistence.analytics;

import org.jspecify.annotations.NullMarked;
