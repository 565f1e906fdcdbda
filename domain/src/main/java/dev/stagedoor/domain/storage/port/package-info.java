/** What Stagedoor asks of a store of files. */
@NullMarked
package dev.stagedoor.domain.storage.port;

import org.jspecify.annotations.NullMarked;
