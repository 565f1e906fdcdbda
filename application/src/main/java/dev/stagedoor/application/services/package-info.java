/** Calls of other services of the same house, let in by key and signature. */
@NullMarked
package dev.stagedoor.application.services;

import org.jspecify.annotations.NullMarked;
