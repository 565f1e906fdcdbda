package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import dev.stagedoor.providers.firebase.FirebaseStubState.Session;
import dev.stagedoor.providers.firebase.FirebaseStubState.User;
import dev.stagedoor.providers.support.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the stand-in answers to each call; every host of Google is a first segment of the path. */
final class FirebaseStubApi {
  private static final GoogleKey ACCOUNT = GoogleKey.make("stub-account-key");
  private static final String ACCOUNT_MAIL = "stagedoor@stagedoor-stub.iam.gserviceaccount.com";
  private static final String TOKEN_URI = "https://oauth2.googleapis.com/token";
  private static final String TOOLKIT = "/identitytoolkit.googleapis.com/v1";

  private final FirebaseStubState state;
  private final String apiKey;
  private final Set<String> accesses = new HashSet<>();
  private String signInRefusal = "";
  private String passwordRefusal = "";

  /** One answer. */
  record Reply(int status, JsonNode body, Map<String, String> headers) {
    static Reply ok(JsonNode body) {
      return new Reply(200, body, Map.of());
    }

    static Reply error(String message) {
      return error(400, message);
    }

    static Reply error(int status, String message) {
      ObjectNode body = Json.object();
      ObjectNode error = body.putObject("error").put("code", status).put("message", message);
      error
          .putArray("errors")
          .addObject()
          .put("message", message)
          .put("domain", "global")
          .put("reason", "invalid");
      return new Reply(status, body, Map.of());
    }
  }

  FirebaseStubApi(FirebaseStubState state, String apiKey) {
    this.state = state;
    this.apiKey = apiKey;
  }

  static ObjectNode serviceAccount() {
    return Json.object()
        .put("type", "service_account")
        .put("project_id", FirebaseStub.PROJECT)
        .put("private_key_id", ACCOUNT.id())
        .put("private_key", ACCOUNT.privatePem())
        .put("client_email", ACCOUNT_MAIL)
        .put("client_id", "100000000000000000001")
        .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
        .put("token_uri", TOKEN_URI)
        .put("universe_domain", "googleapis.com");
  }

  void refuseSignIns(String message) {
    signInRefusal = message;
  }

  void refusePasswords(String message) {
    passwordRefusal = message;
  }

  Reply answer(String method, String path, Headers headers, byte[] body) {
    String admin = TOOLKIT + "/projects/" + state.project();
    if (path.startsWith(admin)) {
      String bearer = String.valueOf(headers.getFirst("Authorization"));
      return accesses.contains(bearer)
          ? manage(path.substring(admin.length()), Json.read(body))
          : Reply.error(401, "Request had invalid authentication credentials.");
    }
    return switch (method + " " + path) {
      case "POST /oauth2.googleapis.com/token" -> access(form(body));
      case "GET /www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com",
          "GET /www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys" ->
          new Reply(
              200,
              Json.object().put(FirebaseStubState.KEY.id(), FirebaseStubState.KEY.certificate()),
              Map.of("Cache-Control", "public, max-age=19204, must-revalidate, no-transform"));
      case "POST " + TOOLKIT + "/accounts:signInWithPassword" ->
          isOurApp(headers) ? signIn(Json.read(body)) : badKey();
      case "POST /securetoken.googleapis.com/v1/token" ->
          isOurApp(headers) ? refresh(form(body)) : badKey();
      default -> Reply.error(404, "Not Found");
    };
  }

  private boolean isOurApp(Headers headers) {
    return apiKey.equals(headers.getFirst("X-Goog-Api-Key"));
  }

  private static Reply badKey() {
    Reply reply = Reply.error("API key not valid. Please pass a valid API key.");
    ((ObjectNode) reply.body().path("error"))
        .put("status", "INVALID_ARGUMENT")
        .putArray("details")
        .addObject()
        .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
        .put("reason", "API_KEY_INVALID")
        .put("domain", "googleapis.com");
    return reply;
  }

  /** Gives access to who signs as the service account. */
  private Reply access(Map<String, String> form) {
    try {
      SignedJWT assertion = SignedJWT.parse(form.getOrDefault("assertion", ""));
      JWTClaimsSet claims = assertion.getJWTClaimsSet();
      boolean good =
          "urn:ietf:params:oauth:grant-type:jwt-bearer".equals(form.get("grant_type"))
              && ACCOUNT.hasSigned(assertion)
              && ACCOUNT_MAIL.equals(claims.getIssuer())
              && claims.getAudience().contains(TOKEN_URI)
              && String.valueOf(claims.getClaim("scope")).contains("/auth/identitytoolkit");
      if (!good) {
        return new Reply(400, Json.object().put("error", "invalid_grant"), Map.of());
      }
    } catch (ParseException e) {
      return new Reply(400, Json.object().put("error", "invalid_grant"), Map.of());
    }
    String token = "ya29." + UUID.randomUUID();
    accesses.add("Bearer " + token);
    return Reply.ok(
        Json.object()
            .put("access_token", token)
            .put("expires_in", 3599)
            .put("token_type", "Bearer"));
  }

  private Reply manage(String what, JsonNode asked) {
    return switch (what) {
      case "/accounts" -> create(asked);
      case "/accounts:lookup" -> lookUp(asked);
      case "/accounts:update" -> update(asked);
      case "/accounts:delete" ->
          state.users.remove(asked.path("localId").asText()) == null
              ? Reply.error("USER_NOT_FOUND")
              : Reply.ok(Json.object().put("kind", "identitytoolkit#DeleteAccountResponse"));
      case ":createSessionCookie" -> cookie(asked);
      default -> Reply.error(404, "Not Found");
    };
  }

  private Reply create(JsonNode asked) {
    String id = asked.path("localId").asText();
    String email = asked.path("email").asText();
    String password = asked.path("password").asText();
    if (state.users.containsKey(id)) {
      return Reply.error("DUPLICATE_LOCAL_ID");
    }
    if (state.byEmail(email).isPresent()) {
      return Reply.error("EMAIL_EXISTS");
    }
    if (asked.has("password") && !passwordRefusal.isEmpty()) {
      return Reply.error(passwordRefusal);
    }
    if (asked.has("password") && password.length() < 6) {
      return Reply.error("WEAK_PASSWORD : Password should be at least 6 characters");
    }
    User user = new User(id);
    user.email = email;
    user.displayName = asked.path("displayName").asText();
    user.password = password;
    user.validSince = state.now();
    state.users.put(id, user);
    return Reply.ok(
        Json.object().put("kind", "identitytoolkit#SignupNewUserResponse").put("localId", id));
  }

  private Reply lookUp(JsonNode asked) {
    ObjectNode found = Json.object().put("kind", "identitytoolkit#GetAccountInfoResponse");
    Optional<User> user =
        asked.has("email")
            ? state.byEmail(asked.path("email").path(0).asText())
            : Optional.ofNullable(state.users.get(asked.path("localId").path(0).asText()));
    user.ifPresent(
        known ->
            found
                .putArray("users")
                .addObject()
                .put("localId", known.id)
                .put("email", known.email)
                .put("displayName", known.displayName)
                .put("emailVerified", false)
                .put("disabled", known.disabled)
                .put("customAttributes", known.customAttributes)
                .put("validSince", Long.toString(known.validSince))
                .put("createdAt", "1700000000000"));
    return Reply.ok(found);
  }

  private Reply update(JsonNode asked) {
    User user = state.users.get(asked.path("localId").asText());
    if (user == null) {
      return Reply.error("USER_NOT_FOUND");
    }
    if (asked.has("password")) {
      if (!passwordRefusal.isEmpty()) {
        return Reply.error(passwordRefusal);
      }
      if (asked.path("password").asText().length() < 6) {
        return Reply.error("WEAK_PASSWORD : Password should be at least 6 characters");
      }
      user.password = asked.path("password").asText();
      user.validSince = state.now();
    }
    if (asked.has("validSince")) {
      user.validSince = state.fromCaller(asked.path("validSince").asLong());
    }
    if (asked.has("customAttributes")) {
      user.customAttributes = asked.path("customAttributes").asText();
    }
    return Reply.ok(
        Json.object()
            .put("kind", "identitytoolkit#SetAccountInfoResponse")
            .put("localId", user.id));
  }

  private Reply cookie(JsonNode asked) {
    long seconds = asked.path("validDuration").asLong();
    if (seconds < 300 || seconds > 1_209_600) {
      return Reply.error("INVALID_DURATION");
    }
    return state
        .holder(asked.path("idToken").asText())
        .map(
            user ->
                Reply.ok(
                    Json.object()
                        .put("sessionCookie", state.cookie(user, Duration.ofSeconds(seconds)))))
        .orElseGet(() -> Reply.error("INVALID_ID_TOKEN"));
  }

  private Reply signIn(JsonNode asked) {
    String password = asked.path("password").asText();
    Optional<User> user = state.byEmail(asked.path("email").asText());
    if (!signInRefusal.isEmpty()) {
      return Reply.error(signInRefusal);
    }
    if (password.isEmpty()) {
      return Reply.error("MISSING_PASSWORD");
    }
    if (user.isEmpty()) {
      return Reply.error(
          state.tellsUnknownAddresses() ? "EMAIL_NOT_FOUND" : "INVALID_LOGIN_CREDENTIALS");
    }
    if (user.get().disabled) {
      return Reply.error("USER_DISABLED");
    }
    if (!user.get().password.equals(password)) {
      return Reply.error(
          state.tellsUnknownAddresses() ? "INVALID_PASSWORD" : "INVALID_LOGIN_CREDENTIALS");
    }
    return Reply.ok(
        Json.object()
            .put("kind", "identitytoolkit#VerifyPasswordResponse")
            .put("localId", user.get().id)
            .put("email", user.get().email)
            .put("displayName", user.get().displayName)
            .put("idToken", state.idToken(user.get()))
            .put("registered", true)
            .put("refreshToken", state.openSession(user.get()))
            .put("expiresIn", "3600"));
  }

  private Reply refresh(Map<String, String> form) {
    String token = form.getOrDefault("refresh_token", "");
    if (!"refresh_token".equals(form.get("grant_type"))) {
      return Reply.error("INVALID_GRANT_TYPE");
    }
    if (token.isEmpty()) {
      return Reply.error("MISSING_REFRESH_TOKEN");
    }
    Session session = state.sessions.get(token);
    if (session == null) {
      return Reply.error("INVALID_REFRESH_TOKEN");
    }
    User user = state.users.get(session.user());
    if (user == null) {
      return Reply.error("USER_NOT_FOUND");
    }
    if (user.disabled) {
      return Reply.error("USER_DISABLED");
    }
    if (session.issuedAt() < user.validSince) {
      return Reply.error("TOKEN_EXPIRED");
    }
    String idToken = state.idToken(user);
    return Reply.ok(
        Json.object()
            .put("access_token", idToken)
            .put("expires_in", "3600")
            .put("token_type", "Bearer")
            .put("refresh_token", token)
            .put("id_token", idToken)
            .put("user_id", user.id)
            .put("project_id", "100000000001"));
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : new String(body, StandardCharsets.US_ASCII).split("&")) {
      int cut = Math.max(field.indexOf('='), 0);
      fields.put(
          field.substring(0, cut), decoded(field.substring(Math.min(cut + 1, field.length()))));
    }
    return fields;
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
