/**
 * The record of what admins did: who, to what, why, and how it stood before and after. Nothing in
 * it is ever changed or taken away.
 */
@NullMarked
package dev.stagedoor.domain.audit;

import org.jspecify.annotations.NullMarked;
