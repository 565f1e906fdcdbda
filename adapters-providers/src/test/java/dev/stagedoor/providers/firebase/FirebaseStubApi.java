package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stagedoor.providers.firebase.FirebaseStubState.Session;
import dev.stagedoor.providers.firebase.FirebaseStubState.User;
import dev.stagedoor.providers.support.FaultyServer.Asked;
import dev.stagedoor.providers.support.FaultyServer.Reply;
import dev.stagedoor.providers.support.Json;
import java.text.ParseException;
import java.time.Duration;
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

  private static Reply ok(JsonNode body) {
    return Reply.json(200, body);
  }

  private static Reply error(String message) {
    return error(400, message);
  }

  private static Reply error(int status, String message) {
    return Reply.json(status, errorBody(status, message));
  }

  private static ObjectNode errorBody(int status, String message) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("code", status).put("message", message);
    error
        .putArray("errors")
        .addObject()
        .put("message", message)
        .put("domain", "global")
        .put("reason", "invalid");
    return body;
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

  Reply answer(Asked request) {
    String path = request.path();
    String admin = TOOLKIT + "/projects/" + state.project();
    if (path.startsWith(admin)) {
      return request.bearer().filter(accesses::contains).isPresent()
          ? manage(path.substring(admin.length()), request.json())
          : error(401, "Request had invalid authentication credentials.");
    }
    return switch (request.call()) {
      case "POST /oauth2.googleapis.com/token" -> access(request.form());
      case "GET /www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com",
          "GET /www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys" ->
          ok(Json.object().put(FirebaseStubState.KEY.id(), FirebaseStubState.KEY.certificate()))
              .with("Cache-Control", "public, max-age=19204, must-revalidate, no-transform");
      case "POST " + TOOLKIT + "/accounts:signInWithPassword" ->
          isOurApp(request) ? signIn(request.json()) : badKey();
      case "POST /securetoken.googleapis.com/v1/token" ->
          isOurApp(request) ? refresh(request.form()) : badKey();
      default -> error(404, "Not Found");
    };
  }

  private boolean isOurApp(Asked request) {
    return request.header("X-Goog-Api-Key").equals(Optional.of(apiKey));
  }

  private static Reply badKey() {
    ObjectNode body = errorBody(400, "API key not valid. Please pass a valid API key.");
    body.withObject("/error")
        .put("status", "INVALID_ARGUMENT")
        .putArray("details")
        .addObject()
        .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
        .put("reason", "API_KEY_INVALID")
        .put("domain", "googleapis.com");
    return Reply.json(400, body);
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
        return Reply.json(400, Json.object().put("error", "invalid_grant"));
      }
    } catch (ParseException e) {
      return Reply.json(400, Json.object().put("error", "invalid_grant"));
    }
    String token = "ya29." + UUID.randomUUID();
    accesses.add(token);
    return ok(
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
              ? error("USER_NOT_FOUND")
              : ok(Json.object().put("kind", "identitytoolkit#DeleteAccountResponse"));
      case ":createSessionCookie" -> cookie(asked);
      default -> error(404, "Not Found");
    };
  }

  private Reply create(JsonNode asked) {
    String id = asked.path("localId").asText();
    String email = asked.path("email").asText();
    String password = asked.path("password").asText();
    if (state.users.containsKey(id)) {
      return error("DUPLICATE_LOCAL_ID");
    }
    if (state.byEmail(email).isPresent()) {
      return error("EMAIL_EXISTS");
    }
    if (asked.has("password") && !passwordRefusal.isEmpty()) {
      return error(passwordRefusal);
    }
    if (asked.has("password") && password.length() < 6) {
      return error("WEAK_PASSWORD : Password should be at least 6 characters");
    }
    User user = new User(id);
    user.email = email;
    user.displayName = asked.path("displayName").asText();
    user.password = password;
    user.validSince = state.now();
    state.users.put(id, user);
    return ok(
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
    return ok(found);
  }

  private Reply update(JsonNode asked) {
    User user = state.users.get(asked.path("localId").asText());
    if (user == null) {
      return error("USER_NOT_FOUND");
    }
    if (asked.has("password")) {
      if (!passwordRefusal.isEmpty()) {
        return error(passwordRefusal);
      }
      if (asked.path("password").asText().length() < 6) {
        return error("WEAK_PASSWORD : Password should be at least 6 characters");
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
    return ok(
        Json.object()
            .put("kind", "identitytoolkit#SetAccountInfoResponse")
            .put("localId", user.id));
  }

  private Reply cookie(JsonNode asked) {
    long seconds = asked.path("validDuration").asLong();
    if (seconds < 300 || seconds > 1_209_600) {
      return error("INVALID_DURATION");
    }
    return state
        .holder(asked.path("idToken").asText())
        .map(
            user ->
                ok(
                    Json.object()
                        .put("sessionCookie", state.cookie(user, Duration.ofSeconds(seconds)))))
        .orElseGet(() -> error("INVALID_ID_TOKEN"));
  }

  private Reply signIn(JsonNode asked) {
    String password = asked.path("password").asText();
    Optional<User> user = state.byEmail(asked.path("email").asText());
    if (!signInRefusal.isEmpty()) {
      return error(signInRefusal);
    }
    if (password.isEmpty()) {
      return error("MISSING_PASSWORD");
    }
    if (user.isEmpty()) {
      return error(state.tellsUnknownAddresses() ? "EMAIL_NOT_FOUND" : "INVALID_LOGIN_CREDENTIALS");
    }
    if (user.get().disabled) {
      return error("USER_DISABLED");
    }
    if (!user.get().password.equals(password)) {
      return error(
          state.tellsUnknownAddresses() ? "INVALID_PASSWORD" : "INVALID_LOGIN_CREDENTIALS");
    }
    return ok(
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
      return error("INVALID_GRANT_TYPE");
    }
    if (token.isEmpty()) {
      return error("MISSING_REFRESH_TOKEN");
    }
    Session session = state.sessions.get(token);
    if (session == null) {
      return error("INVALID_REFRESH_TOKEN");
    }
    User user = state.users.get(session.user());
    if (user == null) {
      return error("USER_NOT_FOUND");
    }
    if (user.disabled) {
      return error("USER_DISABLED");
    }
    if (session.issuedAt() < user.validSince) {
      return error("TOKEN_EXPIRED");
    }
    String idToken = state.idToken(user);
    return ok(
        Json.object()
            .put("access_token", idToken)
            .put("expires_in", "3600")
            .put("token_type", "Bearer")
            .put("refresh_token", token)
            .put("id_token", idToken)
            .put("user_id", user.id)
            .put("project_id", "100000000001"));
  }
}
