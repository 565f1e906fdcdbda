/**
 * Razorpay, by plain HTTP on the one way out: orders that are paid in its own form, refunds,
 * webhooks. {@link dev.stagedoor.providers.razorpay.Razorpay} is plain Java; the Micronaut binding
 * beside it is switched here. API version, mapping and limits: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.razorpay.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.razorpay;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
