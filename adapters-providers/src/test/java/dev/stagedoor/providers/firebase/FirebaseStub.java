package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A little Firebase, in this process: its users, its sign-in, tokens that are really signed, the
 * keys they are checked by, and the server that turns a service account's key into access. Written
 * from Google's reference and from what its emulator answers.
 */
public final class FirebaseStub extends FaultyServer {
  public static final String PROJECT = "stagedoor-stub";
  public static final Secret API_KEY = Secret.of("AIzaStub-web-api-key-0123456789abcdef");

  private final FirebaseStubState state = new FirebaseStubState(PROJECT);
  private final FirebaseStubApi api = new FirebaseStubApi(state, API_KEY.reveal());
  private String losing = "";

  private FirebaseStub() {}

  public static FirebaseStub start() {
    return new FirebaseStub();
  }

  /** Returns the key of a service account, as Google's console gives it out. */
  public static Secret serviceAccount() {
    return Secret.of(
        new String(Json.write(FirebaseStubApi.serviceAccount()), StandardCharsets.UTF_8));
  }

  /** Returns what reaches this stand-in. */
  public FirebaseConfig config() {
    return new FirebaseConfig(PROJECT, API_KEY, serviceAccount(), null, baseUrl());
  }

  /** Returns the settings of a server that shall use this stand-in, and no other for sign-in. */
  public Map<String, String> settings() {
    String prefix = FirebaseConfig.PREFIX + ".";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "project-id", PROJECT);
    settings.put(prefix + "api-key", API_KEY.reveal());
    settings.put(prefix + "service-account", serviceAccount().reveal());
    settings.put(prefix + "base-url", baseUrl().toString());
    settings.put("stagedoor.providers.local.enabled", "false");
    settings.put("stagedoor.routes.auth", "firebase");
    return settings;
  }

  // ---- what time and people do at Firebase

  public Clock clock() {
    return state.clock();
  }

  /** Lets time go by for Firebase, and for the clock of who calls as far as it tells its time. */
  public void advance(Duration by) {
    state.advance(by);
  }

  /** Lets Firebase tell unknown addresses from wrong passwords, as older projects do. */
  public synchronized void tellsUnknownAddresses() {
    state.tellUnknownAddresses();
  }

  /** Takes an account out of use, as a person at the console can. */
  public synchronized void disable(String subject) {
    state.user(subject).disabled = true;
  }

  /** Answers every sign-in with this code from now on. */
  public synchronized void refuseSignIns(String message) {
    api.refuseSignIns(message);
  }

  /** Takes no new password from now on, and says this. */
  public synchronized void refusePasswords(String message) {
    api.refusePasswords(message);
  }

  public synchronized boolean knows(String subject) {
    return state.users.containsKey(subject);
  }

  /** Returns the custom claims that tokens of this user get. */
  public synchronized JsonNode claims(String subject) {
    return Json.read(state.user(subject).customAttributes.getBytes(StandardCharsets.UTF_8));
  }

  /** Signs a token as Firebase does, whatever it says. */
  public String sign(JWTClaimsSet claims) {
    return FirebaseStubState.KEY.sign(claims);
  }

  // ---- what goes wrong

  /** Loses the next answer to a call whose path has this in it, after doing what it asks. */
  public synchronized void loseNextAnswerAt(String path) {
    losing = path;
    loseNextAnswer();
  }

  @Override
  protected boolean canBeLost(Asked request) {
    return request.path().contains(losing);
  }

  @Override
  protected Reply refusal(int status) {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("code", status)
        .put("message", "Not now.")
        .put(
            "status",
            switch (status) {
              case 401 -> "UNAUTHENTICATED";
              case 403 -> "PERMISSION_DENIED";
              case 429 -> "RESOURCE_EXHAUSTED";
              default -> "INTERNAL";
            });
    return Reply.json(status, body);
  }

  @Override
  protected Reply answer(Asked request) {
    return api.answer(request);
  }
}
