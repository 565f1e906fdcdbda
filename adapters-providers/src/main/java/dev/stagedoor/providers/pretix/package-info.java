/**
 * pretix, a ticket shop that an operator runs or rents: looks its events up, shows its pages, and
 * takes its webhooks for a reason to look again. {@link dev.stagedoor.providers.pretix.Pretix} is
 * plain Java; the Micronaut binding beside it is switched here. Version and limits:
 * adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.pretix.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.pretix;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
