package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.providers.support.HmacSha256;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Signs addresses, and tells which ones it has signed. What is signed is one text of lines: this
 * format, the method, the key, the time it ends, and size and type, or the name to save under. None
 * of them can hold a line break, so no two requests have the same text.
 */
final class SignedAddresses {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final String FORMAT = "stagedoor-files-1";
  private static final String UNTIL = "until";
  private static final String SAVE_AS = "save-as";
  private static final String SIGNATURE = "signature";
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");

  private final String base;
  private final HmacSha256 hmac;
  private final Clock clock;

  SignedAddresses(LocalFilesConfig config, Clock clock) {
    this.base = config.baseUrl().toString().replaceAll("/+$", "") + LocalFiles.PATH;
    this.hmac = HmacSha256.of(config.signingKey());
    this.clock = clock;
  }

  URI upload(NewObject wanted, Instant until) {
    return address(wanted.key(), until, "", upload(wanted, seconds(until)));
  }

  URI download(Download wanted, Instant until) {
    String name =
        wanted
            .saveAs()
            .map(text -> SAVE_AS + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&")
            .orElse("");
    return address(wanted.key(), until, name, download(wanted, seconds(until)));
  }

  private URI address(ObjectKey key, Instant until, String more, byte[] signed) {
    return URI.create(
        base
            + key
            + "?"
            + more
            + UNTIL
            + "="
            + seconds(until)
            + "&"
            + SIGNATURE
            + "="
            + hmac.hex(signed));
  }

  /** Tells whether this file may be sent under this address now. */
  boolean permits(NewObject wanted, Map<String, List<String>> query) {
    return isGood(query, Set.of(UNTIL, SIGNATURE), until -> upload(wanted, until));
  }

  /** Returns how a file may be fetched under this address now; empty when it may not. */
  Optional<Download> permits(ObjectKey key, Map<String, List<String>> query) {
    Set<String> names =
        query.containsKey(SAVE_AS) ? Set.of(UNTIL, SIGNATURE, SAVE_AS) : Set.of(UNTIL, SIGNATURE);
    return saveAs(key, query)
        .filter(wanted -> isGood(query, names, until -> download(wanted, until)));
  }

  private static Optional<Download> saveAs(ObjectKey key, Map<String, List<String>> query) {
    try {
      return Optional.of(
          new Download(key, query.getOrDefault(SAVE_AS, List.of()).stream().findFirst()));
    } catch (IllegalArgumentException notSignedByUs) {
      return Optional.empty();
    }
  }

  private interface Text {
    byte[] of(long until);
  }

  private boolean isGood(Map<String, List<String>> query, Set<String> names, Text text) {
    boolean isWhole =
        query.keySet().equals(names) && query.values().stream().allMatch(one -> one.size() == 1);
    if (!isWhole || !SECONDS.matcher(query.getOrDefault(UNTIL, List.of("")).get(0)).matches()) {
      return false;
    }
    long until = Long.parseLong(query.getOrDefault(UNTIL, List.of("0")).get(0));
    String signature = query.getOrDefault(SIGNATURE, List.of("")).get(0);
    return HmacSha256.isEqual(signature, hmac.hex(text.of(until)))
        && clock.instant().isBefore(Instant.ofEpochSecond(until));
  }

  private static byte[] upload(NewObject wanted, long until) {
    return text("PUT", wanted.key(), until, "" + wanted.bytes(), wanted.mediaType());
  }

  private static byte[] download(Download wanted, long until) {
    return wanted
        .saveAs()
        .map(name -> text("GET", wanted.key(), until, "save", name))
        .orElseGet(() -> text("GET", wanted.key(), until, "show", ""));
  }

  private static byte[] text(
      String method, ObjectKey key, long until, String first, String second) {
    return String.join("\n", FORMAT, method, key.value(), "" + until, first, second)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the time in whole seconds, as far as it can be signed. */
  Instant checked(Instant until) {
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException("an address is good for up to seven days from now");
    }
    Instant floor = until.truncatedTo(ChronoUnit.SECONDS);
    return floor.isAfter(now) ? floor : floor.plusSeconds(1);
  }

  private static long seconds(Instant until) {
    return until.getEpochSecond();
  }
}
