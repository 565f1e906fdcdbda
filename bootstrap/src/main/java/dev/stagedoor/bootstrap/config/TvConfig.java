package dev.stagedoor.bootstrap.config;

import dev.stagedoor.application.Settings;
import dev.stagedoor.domain.subscriptions.GracePeriod;
import dev.stagedoor.domain.tv.Plan;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What holds for subscription TV.
 *
 * @param trial how long somebody watches for nothing, once
 * @param grace how long a subscription counts after a payment failed
 * @param reminders how long after the failure each mail is written, in order
 * @param profileTokenLife how long a profile stays open on a device
 * @param plans what is offered at the first start; the plans of the house where there is none.
 *     Afterwards plans are what admins make of them
 */
@ConfigurationProperties("stagedoor.tv")
public record TvConfig(
    @Bindable(defaultValue = "7d") Duration trial,
    @Bindable(defaultValue = "7d") Duration grace,
    @Bindable(defaultValue = "0s,3d,6d") List<Duration> reminders,
    @Bindable(defaultValue = "30d") Duration profileTokenLife,
    @Bindable(defaultValue = "") List<Map<String, Object>> plans) {
  private static final String PREFIX = "stagedoor.tv.";
  private static final Duration MONTH = Duration.ofDays(31);
  private static final Duration YEAR = Duration.ofDays(365);

  public TvConfig {
    mustBeWithin("trial", trial, Duration.ZERO, YEAR, "0s to 365d");
    mustBeWithin("grace", grace, Duration.ZERO, MONTH, "0s to 31d");
    mustBeWithin("profile-token-life", profileTokenLife, Duration.ofHours(1), YEAR, "1h to 365d");
    if (!reminders.stream().sorted().toList().equals(reminders)) {
      throw new InvalidSetting(PREFIX + "reminders", "must come in order");
    }
    reminders.forEach(
        after -> mustBeWithin("reminders", after, Duration.ZERO, MONTH, "0s to 31d each"));
    plans = List.copyOf(plans);
    Map<String, Plan.Terms> unused = PlanSettings.read(plans);
  }

  private static void mustBeWithin(
      String key, Duration given, Duration least, Duration most, String range) {
    if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
      throw new InvalidSetting(PREFIX + key, "must be " + range);
    }
  }

  public Settings.Tv tv() {
    Settings.Tv standard = Settings.Tv.standard();
    return new Settings.Tv(
        trial,
        standard.trialLimits(),
        new GracePeriod(grace, reminders),
        profileTokenLife,
        plans.isEmpty() ? standard.plans() : PlanSettings.read(plans));
  }
}
