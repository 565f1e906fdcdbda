package dev.stagedoor.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentStatusTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENING            | AWAITING_PAYER PROCESSING DECLINED SUCCEEDED PARTIALLY_REFUNDED REFUNDED CANCELLED
          AWAITING_PAYER     | PROCESSING DECLINED SUCCEEDED PARTIALLY_REFUNDED REFUNDED CANCELLED
          PROCESSING         | AWAITING_PAYER DECLINED SUCCEEDED PARTIALLY_REFUNDED REFUNDED CANCELLED
          DECLINED           | AWAITING_PAYER PROCESSING SUCCEEDED PARTIALLY_REFUNDED REFUNDED CANCELLED
          SUCCEEDED          | PARTIALLY_REFUNDED REFUNDED
          PARTIALLY_REFUNDED | SUCCEEDED REFUNDED
          REFUNDED           | SUCCEEDED PARTIALLY_REFUNDED
          CANCELLED          | SUCCEEDED PARTIALLY_REFUNDED REFUNDED
          """)
  void theTableOfMoves(PaymentStatus from, String allowed) {
    Set<PaymentStatus> expected = EnumSet.noneOf(PaymentStatus.class);
    if (allowed != null) {
      Arrays.stream(allowed.split(" ")).map(PaymentStatus::valueOf).forEach(expected::add);
    }
    for (PaymentStatus next : PaymentStatus.values()) {
      assertThat(from.canBecome(next))
          .as("%s to %s", from, next)
          .isEqualTo(expected.contains(next));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OPENING,true,false",
    "AWAITING_PAYER,true,false",
    "PROCESSING,true,false",
    "DECLINED,true,false",
    "SUCCEEDED,false,true",
    "PARTIALLY_REFUNDED,false,true",
    "REFUNDED,false,true",
    "CANCELLED,false,false"
  })
  void isOpenOrPaidOrNeither(PaymentStatus status, boolean open, boolean paid) {
    assertThat(status.isOpen()).isEqualTo(open);
    assertThat(status.isPaid()).isEqualTo(paid);
  }
}
