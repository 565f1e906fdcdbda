package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The users and sessions of one project, and the tokens they get. */
final class FirebaseStubState {
  static final GoogleKey KEY = GoogleKey.make("stub-key-1");
  static final Duration TOKEN_LIFE = Duration.ofHours(1);

  /** One user. */
  static final class User {
    final String id;
    String email = "";
    String displayName = "";
    String password = "";
    String customAttributes = "{}";
    long validSince;
    boolean disabled;

    User(String id) {
      this.id = id;
    }
  }

  record Session(String user, long issuedAt) {}

  final Map<String, User> users = new HashMap<>();
  final Map<String, Session> sessions = new HashMap<>();
  private final String project;
  private volatile Clock clock = Clock.systemUTC();
  private volatile Duration ahead = Duration.ZERO;
  private boolean tellsUnknownAddresses;

  FirebaseStubState(String project) {
    this.project = project;
  }

  Clock clock() {
    return clock;
  }

  void advance(Duration by) {
    ahead = ahead.plus(by);
    clock = Clock.offset(Clock.systemUTC(), ahead);
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  /** Turns a time that a caller read off its own clock into one of this project's. */
  long fromCaller(long seconds) {
    return seconds + ahead.toSeconds();
  }

  String project() {
    return project;
  }

  void tellUnknownAddresses() {
    tellsUnknownAddresses = true;
  }

  boolean tellsUnknownAddresses() {
    return tellsUnknownAddresses;
  }

  User user(String id) {
    return Optional.ofNullable(users.get(id)).orElseThrow();
  }

  Optional<User> byEmail(String email) {
    return users.values().stream().filter(user -> user.email.equalsIgnoreCase(email)).findFirst();
  }

  String openSession(User user) {
    String token = "AMf-" + UUID.randomUUID() + "_" + UUID.randomUUID();
    sessions.put(token, new Session(user.id, now()));
    return token;
  }

  String idToken(User user) {
    return KEY.sign(claims(user, "https://securetoken.google.com/" + project, TOKEN_LIFE));
  }

  String cookie(User user, Duration life) {
    return KEY.sign(claims(user, "https://session.firebase.google.com/" + project, life));
  }

  JWTClaimsSet claims(User user, String issuer, Duration life) {
    Instant now = Instant.ofEpochSecond(now());
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(project)
            .claim("auth_time", now.getEpochSecond())
            .claim("user_id", user.id)
            .subject(user.id)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .claim("name", user.displayName)
            .claim("email", user.email)
            .claim("email_verified", false)
            .claim(
                "firebase",
                Map.of(
                    "identities",
                    Map.of("email", List.of(user.email)),
                    "sign_in_provider",
                    "password"));
    JsonNode custom = Json.read(user.customAttributes.getBytes(StandardCharsets.UTF_8));
    custom
        .fields()
        .forEachRemaining(
            claim ->
                claims.claim(
                    claim.getKey(),
                    claim.getValue().isBoolean()
                        ? claim.getValue().booleanValue()
                        : claim.getValue().asText()));
    return claims.build();
  }

  /** Returns who holds an ID token of this project that is good and was not revoked. */
  Optional<User> holder(String idToken) {
    try {
      SignedJWT token = SignedJWT.parse(idToken);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      boolean good =
          KEY.hasSigned(token)
              && ("https://securetoken.google.com/" + project).equals(claims.getIssuer())
              && claims.getExpirationTime().toInstant().isAfter(clock.instant());
      return good
          ? Optional.ofNullable(users.get(claims.getSubject())).filter(user -> !user.disabled)
          : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
