/**
 * The identity provider that needs no account with anybody: passwords, tokens and sessions are kept
 * by Stagedoor itself. {@link dev.stagedoor.providers.localauth.LocalAuth} is plain Java; the
 * Micronaut binding beside it is switched here. Token format, limits and key rotation:
 * adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.local.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.localauth;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
