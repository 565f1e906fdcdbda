/**
 * Mail by SMTP. {@link dev.stagedoor.providers.smtp.Smtp} is plain Java; the Micronaut binding
 * beside it is switched here. What counts as taken, refused and not known:
 * adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.smtp.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.smtp;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
