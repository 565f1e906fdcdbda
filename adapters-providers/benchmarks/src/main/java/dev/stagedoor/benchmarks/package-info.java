/** Measures what adapters cost; see the README beside the pom. */
@NullMarked
package dev.stagedoor.benchmarks;

import org.jspecify.annotations.NullMarked;
