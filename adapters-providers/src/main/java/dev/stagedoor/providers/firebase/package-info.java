/**
 * Firebase Authentication: passwords, tokens and sessions are kept by Google. {@link
 * dev.stagedoor.providers.firebase.Firebase} is plain Java; the Micronaut binding beside it is
 * switched here. Version, mapping and limits: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.firebase.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.firebase;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
