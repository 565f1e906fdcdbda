/**
 * Pages of the live selling area: the hub of integrations and the page of each, shows, and the
 * console a show is run from.
 */
@Configuration
@Requires(condition = LiveSellingOn.class)
@NullMarked
package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.web.LiveSellingOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
