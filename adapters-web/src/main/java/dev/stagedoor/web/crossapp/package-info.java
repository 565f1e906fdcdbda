/**
 * What goes between this server and a ticketing system: people go there signed in, and it asks who
 * they are and what they may. Bodies are snake_case.
 */
@Configuration
@Requires(condition = EventsOn.class)
@NullMarked
package dev.stagedoor.web.crossapp;

import dev.stagedoor.web.EventsOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
