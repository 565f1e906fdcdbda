/**
 * Shopify, by its Admin GraphQL API: invoices as draft orders in merchants' own shops, under their
 * own access tokens; merchants' webhooks. {@link dev.stagedoor.providers.shopify.Shopify} is plain
 * Java; the Micronaut binding beside it is switched here. API version, mapping and limits:
 * adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.shopify.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.shopify;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
