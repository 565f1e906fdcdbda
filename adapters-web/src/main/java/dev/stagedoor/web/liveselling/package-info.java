/**
 * Live selling over HTTP as JSON: workspaces, what they connect, shows with their items, comments
 * and claims, and invoices. Bodies are camelCase; money is in minor units ({@code priceCents}).
 */
@Configuration
@Requires(condition = LiveSellingOn.class)
@NullMarked
package dev.stagedoor.web.liveselling;

import dev.stagedoor.web.LiveSellingOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
