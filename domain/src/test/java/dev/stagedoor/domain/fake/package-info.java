/**
 * Ports kept in memory, for tests. They pass the contracts of their ports, and are the only doubles
 * that tests of application services use. Repositories of one {@code InMemoryStore} share its units
 * of work.
 */
@NullMarked
package dev.stagedoor.domain.fake;

import org.jspecify.annotations.NullMarked;
