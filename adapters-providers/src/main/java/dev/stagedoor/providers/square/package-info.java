/**
 * Square, by plain HTTP: bills by payment links, in the name of merchants who bring an access token
 * and a location, and their webhooks. {@link dev.stagedoor.providers.square.Square} is plain Java;
 * the Micronaut binding beside it is switched here. API version, mapping and limits:
 * adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.square.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.square;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
