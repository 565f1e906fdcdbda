package dev.stagedoor.web.webhooks;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What is taken at the door for webhooks.
 *
 * @param maxBodyBytes how large a delivery may be
 */
@ConfigurationProperties("stagedoor.webhooks")
public record WebhookSettings(@Bindable(defaultValue = "1048576") int maxBodyBytes) {}
