/** Files that people send in and get back, held by a store that browsers talk to directly. */
@NullMarked
package dev.stagedoor.domain.storage;

import org.jspecify.annotations.NullMarked;
