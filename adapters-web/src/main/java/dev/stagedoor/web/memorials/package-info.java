/**
 * Memorials over HTTP as JSON: registering, running a memorial, its schedule and payment, its
 * streams, its guest book, and what admins do. Bodies are camelCase; money is in major units,
 * exact.
 */
@Configuration
@Requires(condition = MemorialsOn.class)
@NullMarked
package dev.stagedoor.web.memorials;

import dev.stagedoor.web.MemorialsOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
