/** What the far side keeps, as JSON on shelves of the {@code SandboxMemory}. */
@NullMarked
package dev.stagedoor.providers.sandbox.memory;

import org.jspecify.annotations.NullMarked;
