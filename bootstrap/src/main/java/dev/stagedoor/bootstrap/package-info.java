/** The server: starts, reports what it starts with, and stops cleanly. */
@NullMarked
package dev.stagedoor.bootstrap;

import org.jspecify.annotations.NullMarked;
