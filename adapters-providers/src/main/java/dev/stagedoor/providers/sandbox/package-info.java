/**
 * A stand-in for payment, video and mail providers that needs no account. Its far side lives in
 * {@code SandboxMemory}, so it survives a crash and is shared by all instances, and it talks back
 * through signed webhooks to the routes of the providers it stands in for. {@link
 * dev.stagedoor.providers.sandbox.Sandbox} is plain Java; the Micronaut binding beside it is
 * switched here. Test cards and quirks: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.sandbox.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.sandbox;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
