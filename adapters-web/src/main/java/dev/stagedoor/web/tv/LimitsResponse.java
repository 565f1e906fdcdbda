package dev.stagedoor.web.tv;

import dev.stagedoor.domain.tv.Limits;
import io.micronaut.serde.annotation.Serdeable;

/** How many of each somebody may have. */
@Serdeable
public record LimitsResponse(int profiles, int playlists, int favorites) {
  public static LimitsResponse from(Limits limits) {
    return new LimitsResponse(limits.profiles(), limits.playlists(), limits.favorites());
  }
}
