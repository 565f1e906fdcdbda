package dev.stagedoor.providers.firebase;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.auth.FirebaseAuth;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Puts the Firebase identity provider together, and holds what the SDK keeps for it. */
public final class Firebase implements AutoCloseable {
  public static final ProviderId ID = new ProviderId("firebase");

  // The longest chain, a new identity whose address is taken, has seven calls. Together they must
  // end before somebody else may take over what is done with a link of two minutes.
  private static final HttpLimits LIMITS =
      HttpLimits.DEFAULT.withExchange(Duration.ofSeconds(6)).withTotal(Duration.ofSeconds(12));

  private static final AtomicLong OPENED = new AtomicLong();

  private final FirebaseApp app;
  private final boolean isEmulated;
  private final AuthProvider provider;

  private Firebase(FirebaseApp app, boolean isEmulated, AuthProvider provider) {
    this.app = app;
    this.isEmulated = isEmulated;
    this.provider = provider;
  }

  /**
   * Opens the provider; calls nobody yet.
   *
   * @throws IllegalArgumentException when the service account's key cannot be read, or the process
   *     is set to an emulator that the settings do not name
   */
  public static Firebase open(FirebaseConfig config, ProviderRuntime runtime) {
    return open(config, runtime, LIMITS);
  }

  static Firebase open(FirebaseConfig config, ProviderRuntime runtime, HttpLimits limits) {
    switchEmulation(config.emulatorHost());
    GoogleHosts hosts = new GoogleHosts(config, runtime, limits);
    FirebaseApp app =
        FirebaseApp.initializeApp(
            FirebaseOptions.builder()
                .setProjectId(config.projectId())
                .setCredentials(credentials(config, hosts))
                .setHttpTransport(hosts)
                .build(),
            "stagedoor-" + OPENED.incrementAndGet());
    FirebaseAuth auth = FirebaseAuth.getInstance(app);
    FirebaseProofs proofs = new FirebaseProofs(auth, config.isEmulated(), runtime.clock());
    FirebaseTokenVerifier tokens = new FirebaseTokenVerifier(auth, proofs);
    return new Firebase(
        app,
        config.isEmulated(),
        new AuthProvider(
            ID,
            new FirebaseIdentities(auth),
            new FirebaseSignIn(hosts, key(config.apiKey()), tokens, proofs),
            tokens,
            new FirebaseSessionCookies(auth, tokens, proofs),
            new FirebaseClaims(auth)));
  }

  private static void switchEmulation(@Nullable String host) {
    if (host != null) {
      Emulation.enter(host);
    } else if (Emulation.inForce().isPresent()) {
      throw FirebaseConfig.RULES.refused(
          "emulator-host",
          "must be set where "
              + Emulation.VARIABLE
              + " is set, or the latter be taken away: with it nobody checks who signed a token");
    }
  }

  private static Secret key(@Nullable Secret apiKey) {
    return apiKey == null || apiKey.isBlank() ? Secret.of("emulator") : apiKey;
  }

  private static GoogleCredentials credentials(FirebaseConfig config, GoogleHosts hosts) {
    Secret account = config.serviceAccount();
    if (config.isEmulated() || account == null) {
      // The SDK asks for credentials even where it has its own for the emulator.
      return GoogleCredentials.create(AccessToken.newBuilder().setTokenValue("owner").build());
    }
    try {
      byte[] json = json(account.reveal().strip());
      ServiceAccountCredentials credentials =
          ServiceAccountCredentials.fromStream(new ByteArrayInputStream(json), () -> hosts);
      if (GoogleHosts.isTokenServer(credentials.getTokenServerUri())) {
        return credentials;
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      // What these say may repeat the key.
    }
    throw FirebaseConfig.RULES.refused(
        "service-account", "must be the JSON of a service account's key, or a file that holds it");
  }

  private static byte[] json(String account) throws IOException {
    return account.startsWith("{")
        ? account.getBytes(StandardCharsets.UTF_8)
        : Files.readAllBytes(Path.of(account));
  }

  /** Returns what the product works with. */
  public AuthProvider authProvider() {
    return provider;
  }

  /** Lets go of what the SDK keeps; the provider cannot be used any more. */
  @Override
  public void close() {
    app.delete();
    if (isEmulated) {
      Emulation.leave();
    }
  }
}
