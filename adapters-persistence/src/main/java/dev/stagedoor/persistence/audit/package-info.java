/** Keeps the record of what admins did, which only grows. */
@NullMarked
package dev.stagedoor.persistence.audit;

import org.jspecify.annotations.NullMarked;
