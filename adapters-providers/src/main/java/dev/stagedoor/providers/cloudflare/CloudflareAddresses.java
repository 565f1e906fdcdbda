package dev.stagedoor.providers.cloudflare;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows where things play. The host has a code of the account's in it, which every address that
 * Cloudflare tells shows: it is taken from there and asked of nobody.
 */
final class CloudflareAddresses {
  private static final String PLAYLIST = "/manifest/video.m3u8";
  private static final String STILL = "/thumbnails/thumbnail.jpg";
  private static final Pattern HOST =
      Pattern.compile("(https://customer-[a-z0-9]+\\.cloudflarestream\\.com)(/.*)?");
  private static final Pattern PLAYLIST_PATH =
      Pattern.compile("/([A-Za-z0-9]{1,64})" + Pattern.quote(PLAYLIST));

  private final Optional<String> wanted;

  CloudflareAddresses(Optional<URI> wanted) {
    this.wanted = wanted.map(URI::toString);
  }

  /** What one thing plays from. */
  record Place(String host, String id) {
    String playlist() {
      return host + "/" + id + PLAYLIST;
    }

    String still() {
      return host + "/" + id + STILL;
    }
  }

  /** Finds where a thing plays, by any address that was told with it. */
  Optional<Place> place(String uid, Optional<String> told) {
    return wanted
        .or(() -> told.flatMap(CloudflareAddresses::host))
        .map(host -> new Place(host, uid));
  }

  private static Optional<String> host(String address) {
    Matcher matcher = HOST.matcher(address);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Takes a playlist's address apart, empty when it is not one of Cloudflare's. */
  Optional<Place> read(String playlist) {
    Optional<String> host = wanted.or(() -> host(playlist));
    return host.filter(playlist::startsWith)
        .flatMap(
            known -> {
              Matcher path = PLAYLIST_PATH.matcher(playlist.substring(known.length()));
              return path.matches()
                  ? Optional.of(new Place(known, path.group(1)))
                  : Optional.empty();
            });
  }
}
