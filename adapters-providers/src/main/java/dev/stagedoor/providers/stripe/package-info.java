/**
 * Stripe, by stripe-java on the one way out: charges and refunds, invoices with a page to pay on,
 * merchants by key or by leave, subscriptions, webhooks. {@link
 * dev.stagedoor.providers.stripe.Stripe} is plain Java; the Micronaut binding beside it is switched
 * here. API version, mapping and limits: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.stripe.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.stripe;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
