package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.cloudflare.CloudflareStub;
import dev.stagedoor.providers.facebook.FacebookStub;
import dev.stagedoor.providers.firebase.FirebaseStub;
import dev.stagedoor.providers.hievents.HiEventsStub;
import dev.stagedoor.providers.mux.MuxStub;
import dev.stagedoor.providers.pretix.PretixStub;
import dev.stagedoor.providers.razorpay.RazorpayStub;
import dev.stagedoor.providers.stripe.StripeStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads what the whole test run wrote, of all modules and of all servers, and looks for the
 * credentials that the stand-ins of vendors planted. Runs after all other tests.
 */
class SecretsStayInsideIT {
  private static final List<Secret> PLANTED =
      List.of(
          StripeStub.API_KEY,
          StripeStub.WEBHOOK_SECRET,
          RazorpayStub.KEY_SECRET,
          RazorpayStub.WEBHOOK_SECRET,
          CloudflareStub.API_TOKEN,
          CloudflareStub.WEBHOOK_SECRET,
          CloudflareStub.NOTIFICATION_SECRET,
          MuxStub.TOKEN_SECRET,
          MuxStub.WEBHOOK_SECRET,
          FirebaseStub.API_KEY,
          HiEventsStub.PASSWORD,
          HiEventsStub.SHARED_SECRET,
          HiEventsStub.CONNECTION_SECRET,
          TicketingProvidersIT.OWN_SECRET,
          CrossAppRaceIT.SHARED_SECRET,
          PretixStub.TOKEN,
          PretixStub.WEBHOOK_TOKEN,
          FacebookStub.APP_SECRET,
          FacebookStub.VERIFY_TOKEN);

  @TempDir Path folder;

  @Test
  void nothingThatWasWrittenHoldsAPlantedCredential() {
    List<Path> written =
        Stream.of(
                "adapters-persistence",
                "adapters-providers",
                "adapters-web",
                "application",
                "bootstrap",
                "domain")
            .map(module -> Path.of("..", module, "target"))
            .flatMap(
                target -> Stream.of("surefire-reports", "failsafe-reports").map(target::resolve))
            .flatMap(SecretsStayInsideIT::files)
            .toList();
    List<Path> logs = files(ServerProcess.LOGS).toList();

    assertThat(Stream.concat(written.stream(), logs.stream()).flatMap(SecretsStayInsideIT::leaks))
        .isEmpty();
  }

  @Test
  void aPlantedCredentialIsFoundWhereItIsWritten() throws IOException {
    Path log = folder.resolve("server.log");
    Files.writeString(log, "calling stripe with " + StripeStub.API_KEY.reveal());

    assertThat(leaks(log)).hasSize(1);
  }

  private static Stream<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> leaks(Path file) {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PLANTED.stream()
        .map(Secret::reveal)
        .filter(text::contains)
        .map(secret -> file + " holds " + secret);
  }
}
