/**
 * Cloudflare Stream: live inputs and their recordings, a library, signed playback, webhooks. {@link
 * dev.stagedoor.providers.cloudflare.Cloudflare} is plain Java; the Micronaut binding beside it is
 * switched here. What it does not do, and why: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.cloudflare.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.cloudflare;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
