/**
 * What every implementation of a port must do, as tests: an implementation's test implements the
 * contracts of its ports. Clauses use fresh ids and look only at their own rows, so a shared
 * database need not be emptied between them.
 */
@NullMarked
package dev.stagedoor.domain.contract;

import org.jspecify.annotations.NullMarked;
