/** Pages on a social platform: who writes there, what they are answered, and what is told of it. */
@NullMarked
package dev.stagedoor.providers.sandbox.channels;

import org.jspecify.annotations.NullMarked;
