/** Pages on social platforms. */
@NullMarked
package dev.stagedoor.application.channels;

import org.jspecify.annotations.NullMarked;
