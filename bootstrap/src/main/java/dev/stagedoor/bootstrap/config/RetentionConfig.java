package dev.stagedoor.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long what is over is kept.
 *
 * @param webhooks deliveries of providers that were applied or ignored
 * @param messages mails that were sent or given up
 */
@ConfigurationProperties("stagedoor.retention")
public record RetentionConfig(
    @Bindable(defaultValue = "30d") Duration webhooks,
    @Bindable(defaultValue = "90d") Duration messages) {
  private static final Duration SHORTEST = Duration.ofDays(1);

  public RetentionConfig {
    mustBeLongEnough("webhooks", webhooks);
    mustBeLongEnough("messages", messages);
  }

  private static void mustBeLongEnough(String key, Duration kept) {
    if (kept.compareTo(SHORTEST) < 0) {
      throw new InvalidSetting("stagedoor.retention." + key, "must be 1d or more");
    }
  }
}
