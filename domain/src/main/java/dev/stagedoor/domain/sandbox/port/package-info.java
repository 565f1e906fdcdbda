/** Where the sandbox keeps its memory. */
@NullMarked
package dev.stagedoor.domain.sandbox.port;

import org.jspecify.annotations.NullMarked;
