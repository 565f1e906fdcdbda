/** Where it is kept which signed calls were seen. */
@NullMarked
package dev.stagedoor.domain.services.port;

import org.jspecify.annotations.NullMarked;
