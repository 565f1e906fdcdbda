/** Keeps what subscription TV has: who watches, on which plan, as whom, and what. */
@NullMarked
package dev.stagedoor.persistence.tv;

import org.jspecify.annotations.NullMarked;
