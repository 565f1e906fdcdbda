/** Stagedoor as a library: no server, no framework, no HTTP. */
@NullMarked
package dev.stagedoor.example;

import org.jspecify.annotations.NullMarked;
