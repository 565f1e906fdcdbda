/**
 * Hi.Events, a ticket shop that an operator runs or rents: looks its events up, shows its pages and
 * understands its webhooks, in the form of the reference and in its own. {@link
 * dev.stagedoor.providers.hievents.HiEvents} is plain Java; the Micronaut binding beside it is
 * switched here. Version and limits: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.hi-events.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.hievents;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
