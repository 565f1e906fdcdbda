/**
 * Medusa, by the admin API of merchants' own servers: invoices as draft orders that become orders,
 * under their own secret keys. {@link dev.stagedoor.providers.medusajs.Medusa} is plain Java; the
 * Micronaut binding beside it is switched here. API version, mapping and limits:
 * adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.medusajs.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.medusajs;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
