package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing to watch of a playlist. What the service says of it is cut to what can be kept and
 * shown.
 *
 * @param itemId names it within its playlist, the same at each fetch as far as the service allows
 * @param guideId names it in the service's guide
 * @param group what the service lists it under; may be empty
 * @param address where its stream is; a secret, for it often carries name and password
 */
public record Channel(
    String itemId,
    Kind kind,
    String name,
    String group,
    Optional<String> logo,
    Optional<String> guideId,
    Secret address) {
  public static final int MAX_NAME = 300;
  public static final int MAX_GROUP = 200;
  public static final int MAX_LOGO = 2000;
  public static final int MAX_GUIDE_ID = 200;

  public Channel {
    itemId = Item.clipped(itemId, Item.MAX_ID);
    name = Item.clipped(name, MAX_NAME);
    group = Item.clipped(group, MAX_GROUP);
    logo = logo.filter(text -> text.length() <= MAX_LOGO).map(text -> Item.clipped(text, MAX_LOGO));
    guideId = guideId.map(id -> Item.clipped(id, MAX_GUIDE_ID)).filter(id -> !id.isEmpty());
  }

  /** What one can watch. */
  public enum Kind {
    CHANNEL,
    MOVIE,
    EPISODE;

    /** Returns the name that clients and stored rows use: {@code channel}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Finds one by its name, in whatever case clients write it. */
    public static Optional<Kind> find(String code) {
      return Stream.of(values())
          .filter(kind -> kind.code().equals(code.strip().toLowerCase(Locale.ROOT)))
          .findFirst();
    }
  }
}
