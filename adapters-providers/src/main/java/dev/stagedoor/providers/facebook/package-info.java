/**
 * Facebook pages: what people write under a broadcast, and private replies to them, by Meta's
 * rules. {@link dev.stagedoor.providers.facebook.Facebook} is plain Java; the Micronaut binding
 * beside it is switched here. API version, error table and limits: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.facebook.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.facebook;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
