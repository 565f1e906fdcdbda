/** What subscription TV asks of the world outside. */
@NullMarked
package dev.stagedoor.domain.tv.port;

import org.jspecify.annotations.NullMarked;
