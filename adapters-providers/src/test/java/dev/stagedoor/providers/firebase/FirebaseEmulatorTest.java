package dev.stagedoor.providers.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.contract.ClaimsContract;
import dev.stagedoor.domain.contract.IdentitiesContract;
import dev.stagedoor.domain.contract.SessionCookiesContract;
import dev.stagedoor.domain.contract.SignInContract;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same contracts against Google's emulator, where it is installed; but for those about
 * signatures, which it does not check.
 */
class FirebaseEmulatorTest
    implements IdentitiesContract, SignInContract, SessionCookiesContract, ClaimsContract {
  @TempDir static Path folder;
  private static FirebaseEmulator emulator;
  private static Firebase firebase;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = FirebaseEmulator.program();
    if (program.isEmpty()) {
      String why =
          "Firebase's emulator is not tried: "
              + FirebaseEmulator.TOOLS
              + " does not name a folder with firebase-tools";
      System.err.println(why);
      Assumptions.abort(why);
    }
    emulator = FirebaseEmulator.start(program.get(), folder);
    firebase = Firebase.open(emulator.config(), ProviderRuntime.plain());
  }

  @AfterAll
  static void stop() {
    if (firebase != null) {
      firebase.close();
    }
    if (emulator != null) {
      emulator.close();
    }
    assertThat(Emulation.inForce()).as("the next test's tokens are checked").isEmpty();
  }

  @Override
  public AuthProvider provider() {
    return firebase.authProvider();
  }

  @Override
  public void aSecondPasses() {
    // There is no way to move the emulator's clock but to let its next second come.
    long second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == second) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  private static JsonNode payload(Secret token) {
    return Json.read(Base64.getUrlDecoder().decode(token.reveal().split("\\.", -1)[1]));
  }

  @Override
  public IdentityClaims claimsIn(Secret accessToken) {
    JsonNode claims = payload(accessToken);
    return new IdentityClaims(
        claims.path("role").asText(""), claims.path("isAdmin").asBoolean(false));
  }

  @Override
  public Secret expiredCookie(NewIdentity identity) {
    SignInOutcome outcome =
        provider().signIn().withPassword(identity.email(), identity.password().orElseThrow());
    Secret cookie =
        provider()
            .cookies()
            .open(((SignInOutcome.SignedIn) outcome).tokens().accessToken(), Duration.ofMinutes(5))
            .orElseThrow();
    ObjectNode claims = (ObjectNode) payload(cookie);
    long now = Instant.now().getEpochSecond();
    claims.put("iat", now - 600).put("exp", now - 1);
    return Secret.of(encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(claims) + ".");
  }

  private static String encoded(Object json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
