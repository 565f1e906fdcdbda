/** Remembers signed calls of other services. */
@NullMarked
package dev.stagedoor.persistence.services;

import org.jspecify.annotations.NullMarked;
