package dev.stagedoor.providers.localauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads access tokens: JWTs signed with HS256.
 *
 * <p>A token's header must be, to the letter, the one we write for one of our keys. So nothing a
 * stranger sent is parsed before its signature is good, and the algorithm is never theirs to
 * choose.
 */
final class AccessTokens {
  private static final int MAX_LENGTH = 4_096;

  private final LocalAuthConfig config;
  private final Ids ids;
  private final JWSHeader header;
  private final MACSigner signer;
  private final Map<String, MACVerifier> verifiers = new LinkedHashMap<>();

  AccessTokens(LocalAuthConfig config, Ids ids) {
    this.config = config;
    this.ids = ids;
    this.header = header(config.signingKey());
    try {
      this.signer = new MACSigner(bytes(config.signingKey()));
      for (Secret key :
          Stream.concat(Stream.of(config.signingKey()), config.previousKeys().stream()).toList()) {
        verifiers.put(header(key).toBase64URL().toString(), new MACVerifier(bytes(key)));
      }
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the keys cannot sign with HS256", e);
    }
  }

  /** What a good token says, apart from what only clients read. */
  record Content(String subject, SessionId session, Instant expiresAt) {}

  /** An access token and its end. */
  record Minted(Secret token, Instant expiresAt) {}

  /** Makes a token that is good for its time, but not longer than its session. */
  Minted mint(PasswordCredential who, LocalSession session, Instant now) {
    Instant end = now.plus(config.accessLife());
    Instant expiresAt =
        (end.isBefore(session.expiresAt()) ? end : session.expiresAt())
            .truncatedTo(ChronoUnit.SECONDS);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .jwtID(ids.next().toString())
            .issuer(config.issuer())
            .audience(config.audience())
            .subject(who.subject())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .claim("sid", session.id().value().toString())
            .claim("email", who.email().value())
            .claim("name", who.displayName())
            .claim("role", who.claims().role())
            .claim("isAdmin", who.claims().isAdmin())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("a key that was good at start cannot sign", e);
    }
    return new Minted(Secret.of(token.serialize()), expiresAt);
  }

  /** Reads a token that is ours, for us and not over. Says nothing about its session. */
  Content read(Secret token, Instant now) throws BadTokenException {
    JWTClaimsSet claims = signedClaims(token.reveal());
    if (!config.issuer().equals(claims.getIssuer())) {
      throw new BadTokenException("of another issuer");
    }
    if (!List.of(config.audience()).equals(claims.getAudience())) {
      throw new BadTokenException("for another audience");
    }
    Date expiry = claims.getExpirationTime();
    if (expiry == null || !now.isBefore(expiry.toInstant())) {
      throw new BadTokenException("expired");
    }
    String subject = claims.getSubject();
    if (subject == null || subject.isBlank()) {
      throw new BadTokenException("without a subject");
    }
    return new Content(subject, session(claims.getClaim("sid")), expiry.toInstant());
  }

  private JWTClaimsSet signedClaims(String text) throws BadTokenException {
    if (text.length() > MAX_LENGTH) {
      throw new BadTokenException("too long");
    }
    String[] parts = text.split("\\.", -1);
    MACVerifier verifier = verifiers.get(parts[0]);
    if (parts.length != 3 || verifier == null) {
      throw new BadTokenException("not written by us, or with a key that is no longer known");
    }
    Base64URL signature = new Base64URL(parts[2]);
    try {
      SignedJWT token = new SignedJWT(new Base64URL(parts[0]), new Base64URL(parts[1]), signature);
      // The last character of Base64 has spare bits: only one spelling of a signature is good.
      if (!Base64URL.encode(signature.decode()).equals(signature) || !token.verify(verifier)) {
        throw new BadTokenException("signature does not match");
      }
      return token.getJWTClaimsSet();
    } catch (ParseException | JOSEException e) {
      throw new BadTokenException("unreadable");
    }
  }

  private static SessionId session(@Nullable Object claim) throws BadTokenException {
    try {
      return new SessionId(UUID.fromString(String.valueOf(claim)));
    } catch (IllegalArgumentException e) {
      throw new BadTokenException("without a session");
    }
  }

  private static JWSHeader header(Secret key) {
    String json = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + keyId(key) + "\"}";
    try {
      // Parsed, a header keeps its spelling, whatever order a library would write it in.
      return JWSHeader.parse(Base64URL.encode(json));
    } catch (ParseException e) {
      throw new IllegalStateException("our own header does not parse", e);
    }
  }

  /** Names a key by what only its holder can compute, so that rotating needs no second setting. */
  private static String keyId(Secret key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
      byte[] id = mac.doFinal("stagedoor key id".getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(id, 9));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] bytes(Secret key) {
    return key.reveal().getBytes(StandardCharsets.UTF_8);
  }
}
