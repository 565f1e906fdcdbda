package dev.stagedoor.domain.tv;

import java.time.Instant;

/**
 * What is on at a time, by the service's guide. What that says is cut to what can be kept and
 * shown.
 *
 * @param guideId of the channel it is on
 * @param description may be empty
 */
public record Programme(
    String guideId, Instant startsAt, Instant endsAt, String title, String description) {
  public static final int MAX_TITLE = 300;
  public static final int MAX_DESCRIPTION = 2000;

  public Programme {
    guideId = Item.clipped(guideId, Channel.MAX_GUIDE_ID);
    title = Item.clipped(title, MAX_TITLE);
    description = Item.clipped(description, MAX_DESCRIPTION);
  }
}
