package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.iptv.SandboxIptv;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What the IPTV service has, and what a subscriber enters to use it.
 *
 * @param address goes with any name and password
 * @param playlist has both in it
 */
@Serdeable
record StationsResponse(String address, String playlist, List<Channel> channels) {
  /** One channel. */
  @Serdeable
  record Channel(String id, String name, String group, String stream) {}

  static StationsResponse from(SandboxIptv iptv) {
    String anybody = "demo";
    return new StationsResponse(
        iptv.address(),
        iptv.playlistAddress(anybody, anybody),
        iptv.stations().stream()
            .map(
                one ->
                    new Channel(
                        String.valueOf(one.number()),
                        one.name(),
                        one.group(),
                        iptv.stream(one, anybody, anybody)))
            .toList());
  }
}
