package dev.stagedoor.web.pages.memorials;

import java.util.List;

/** The lines a quote may have, whose names scripts of the schedule page need. */
public final class Lines {
  public static final List<String> CODES =
      List.of(
          "tier_record",
          "tier_live",
          "tier_legacy",
          "extra_hours",
          "extra_locations",
          "extra_days",
          "photography",
          "audio_visual_support",
          "live_musician",
          "usb_drives");

  private Lines() {}
}
