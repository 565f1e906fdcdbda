/** Runs units of work as database transactions; the only package that opens one. */
@NullMarked
package dev.stagedoor.persistence.tx;

import org.jspecify.annotations.NullMarked;
