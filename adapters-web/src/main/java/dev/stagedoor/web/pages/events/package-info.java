/**
 * Pages of the events area: what is on, each event with its tickets, and what organisers do with
 * them. The tickets of an event are also a page of their own that other sites may show in a frame.
 */
@Configuration
@Requires(condition = EventsOn.class)
@NullMarked
package dev.stagedoor.web.pages.events;

import dev.stagedoor.web.EventsOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
