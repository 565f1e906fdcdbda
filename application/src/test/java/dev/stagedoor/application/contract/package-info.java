/**
 * What whoever keeps the application's data must do, as tests: an implementation's test implements
 * the contracts of its ports. Clauses use fresh ids and look only at their own rows.
 */
@NullMarked
package dev.stagedoor.application.contract;

import org.jspecify.annotations.NullMarked;
