package dev.stagedoor.domain.analytics;

/**
 * So many requests of one kind of device to one group of routes that took about equally long.
 *
 * @param route the group, {@code playlists}; one of few, never what a caller has written
 * @param slot of {@link LatencyScale}
 * @param errors those of them that we failed: 5xx
 * @param refusals those of them that were refused: 4xx
 */
public record RequestTally(
    DeviceClass device, String route, int slot, long requests, long errors, long refusals) {
  public RequestTally {
    if (slot < 0 || slot > LatencyScale.LAST_SLOT || requests < 1 || errors + refusals > requests) {
      throw new IllegalArgumentException("no tally: " + slot + ", " + requests);
    }
  }
}
