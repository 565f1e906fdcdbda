package dev.stagedoor.bootstrap.config;

import dev.stagedoor.application.Settings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Set;

/**
 * What holds for courses.
 *
 * @param refundWindow how long after paying a student may take the money back; nothing for never
 * @param uploadLife how long a teacher has to send a file
 * @param playbackLife how long an address plays that was signed for a viewer
 * @param enrollments who enrolls: {@code in-process}, or {@code http} for a service of its own
 */
@ConfigurationProperties("stagedoor.courses")
public record CoursesConfig(
    @Bindable(defaultValue = "14d") Duration refundWindow,
    @Bindable(defaultValue = "6h") Duration uploadLife,
    @Bindable(defaultValue = "4h") Duration playbackLife,
    @Bindable(defaultValue = "in-process") String enrollments) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  public CoursesConfig {
    mustBeWithin("refund-window", refundWindow, Duration.ZERO, Duration.ofDays(365), "0s to 365d");
    mustBeWithin("upload-life", uploadLife, MINUTE, DAY.multipliedBy(7), "1m to 7d");
    mustBeWithin("playback-life", playbackLife, MINUTE, DAY, "1m to 24h");
    if (!Set.of("in-process", "http").contains(enrollments)) {
      throw new InvalidSetting(
          "stagedoor.courses.enrollments", "must be in-process or http, not " + enrollments);
    }
  }

  private static void mustBeWithin(
      String key, Duration given, Duration least, Duration most, String range) {
    if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
      throw new InvalidSetting("stagedoor.courses." + key, "must be " + range);
    }
  }

  public Settings.Courses courses() {
    return new Settings.Courses(refundWindow, uploadLife, playbackLife);
  }
}
