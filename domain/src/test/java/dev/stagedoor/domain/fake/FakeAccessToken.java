package dev.stagedoor.domain.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stagedoor.domain.auth.IdentityClaims;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An access token of {@link FakeIdentityProvider}: its fields as text, and a MAC over them. */
record FakeAccessToken(
    String algorithm,
    String issuer,
    String audience,
    Optional<Instant> expiresAt,
    String subject,
    String session,
    IdentityClaims claims) {

  /** Writes {@code payload.mac}. */
  String sign(String key) {
    String payload =
        String.join(
            "\n",
            algorithm,
            issuer,
            audience,
            expiresAt.map(Instant::toString).orElse(""),
            subject,
            session,
            claims.role(),
            Boolean.toString(claims.isAdmin()));
    String encoded =
        Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8));
    return encoded + "." + mac(encoded, key);
  }

  /** Reads a token that was signed with the key; empty for anything else. */
  static Optional<FakeAccessToken> read(String token, String key) {
    int dot = token.indexOf('.');
    if (dot < 1 || !mac(token.substring(0, dot), key).equals(token.substring(dot + 1))) {
      return Optional.empty();
    }
    try {
      String payload = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), UTF_8);
      String[] fields = payload.split("\n", -1);
      return Optional.of(
          new FakeAccessToken(
              fields[0],
              fields[1],
              fields[2],
              fields[3].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(fields[3])),
              fields[4],
              fields[5],
              new IdentityClaims(fields[6], Boolean.parseBoolean(fields[7]))));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String mac(String text, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
