package dev.stagedoor.providers.localauth;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the PHC string format, which other implementations read and write too: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, salt and tag in Base64 without padding.
 */
final class PhcHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] tag;

  PhcHash(Argon2Cost cost, byte[] salt, byte[] tag) {
    this.cost = cost;
    this.salt = salt.clone();
    this.tag = tag.clone();
  }

  /** Reads a stored hash. Only we write them, so anything else there is a broken invariant. */
  static PhcHash parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("a stored password hash is not an Argon2id PHC string");
    }
    try {
      return new PhcHash(
          new Argon2Cost(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))),
          Base64.getDecoder().decode(matcher.group(4)),
          Base64.getDecoder().decode(matcher.group(5)));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("a stored password hash asks for the impossible", e);
    }
  }

  String format() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + cost.memoryKib()
        + ",t="
        + cost.iterations()
        + ",p="
        + cost.parallelism()
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(tag);
  }

  Argon2Cost cost() {
    return cost;
  }

  byte[] salt() {
    return salt.clone();
  }

  byte[] tag() {
    return tag.clone();
  }
}
