package dev.stagedoor.domain.party;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifies a watch party, and cannot be guessed: knowing it is the invitation. People see it as
 * {@code party_} and 22 characters that are safe in a URL.
 */
public record PartyId(UUID value) {
  private static final String PREFIX = "party_";
  private static final int BYTES = 2 * Long.BYTES;
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{21}[AQgw]");

  public PartyId {
    Objects.requireNonNull(value, "value");
  }

  /** Makes an id of 128 bits of a new token. */
  public static PartyId next(Tokens tokens) {
    Secret token = tokens.next();
    try {
      return of(
          MessageDigest.getInstance("SHA-256")
              .digest(token.reveal().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<PartyId> find(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(of(Base64.getUrlDecoder().decode(text.substring(PREFIX.length()))));
  }

  private static PartyId of(byte[] bytes) {
    BigInteger bits = new BigInteger(Arrays.copyOf(bytes, BYTES));
    return new PartyId(new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue()));
  }

  @Override
  public String toString() {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      int shift = Long.SIZE - Byte.SIZE * (i + 1);
      bytes[i] = (byte) (value.getMostSignificantBits() >>> shift);
      bytes[Long.BYTES + i] = (byte) (value.getLeastSignificantBits() >>> shift);
    }
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
