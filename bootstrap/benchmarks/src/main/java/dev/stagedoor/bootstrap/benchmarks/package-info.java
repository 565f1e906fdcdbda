/** Drives the packaged server as its clients do, and says what came of it beside pgbench. */
@NullMarked
package dev.stagedoor.bootstrap.benchmarks;

import org.jspecify.annotations.NullMarked;
