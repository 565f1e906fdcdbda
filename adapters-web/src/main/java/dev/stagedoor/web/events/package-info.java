/**
 * Events over HTTP as JSON: planned, changed and shown, their tickets set up, and organisers' own
 * accounts at ticketing systems. Bodies are camelCase; what clients of old and of other systems
 * know by another name has both.
 */
@Configuration
@Requires(condition = EventsOn.class)
@NullMarked
package dev.stagedoor.web.events;

import dev.stagedoor.web.EventsOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
