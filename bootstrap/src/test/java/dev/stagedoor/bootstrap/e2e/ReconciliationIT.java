package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments nobody told the server about. */
class ReconciliationIT {
  /** The charge succeeds, the answer is lost, and the webhook comes much too late. */
  private static final String ANSWER_LOST = "4000000000000077";

  @TempDir Path data;

  @Test
  void aBookingPaidWhileNobodyWasToldBecomesPaidAfterARestart() throws Exception {
    int port = Ports.next();
    Journey family;
    try (ServerProcess first = ServerProcess.start(data, port)) {
      family = new Journey(first.api(), "ana@example.org").registers("José Pérez").schedules();
      String charge = family.wantsToPay();
      assertThat(family.pays(charge, ANSWER_LOST).status()).isGreaterThanOrEqualTo(500);
      assertThat(family.bookingStatus()).isEqualTo("pending_payment");
      first.kill();
    }
    try (ServerProcess second =
        ServerProcess.start(data, port, "--stagedoor.providers.sandbox.late-webhook-delay=1h")) {
      family.signsIn(second.api()).isPaid();
    }
  }
}
