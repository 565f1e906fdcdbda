package dev.stagedoor.application.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.util.List;

/** A show whose buyers are sent their bills under what they wrote. */
abstract class InvoiceSendingScene {
  final Sale sale = new Sale();
  final InMemoryStagedoor house = sale.house();

  DeliveryView send(InvoiceId id) {
    return sale.invoices().send(sale.operator(), sale.show(), id).delivery();
  }

  List<String> received() {
    return house.channels().received(sale.page());
  }

  ProviderRef fakeRef(String value) {
    return new ProviderRef(InMemoryStagedoor.FAKE, value);
  }

  static void assertTried(DeliveryView tried, String channel, String reason, String status) {
    assertThat(List.of(tried.channel(), tried.reason(), tried.status()))
        .containsExactly(channel, reason, status);
  }

  void minutesLater(int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      house.later(Duration.ofMinutes(1));
    }
  }
}
