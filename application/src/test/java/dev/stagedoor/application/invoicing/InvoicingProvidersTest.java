package dev.stagedoor.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stagedoor.domain.fake.FakeInvoicing;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoicingProvidersTest {
  private static final ProviderId ONE = new ProviderId("one");
  private static final ProviderId OTHER = new ProviderId("other");
  private static final ProviderId NOBODY = new ProviderId("nobody");

  private final InvoicingProvider one = new FakeInvoicing("one").provider();
  private final InvoicingProvider other = new FakeInvoicing("other").provider();

  @Test
  void aStandInAnswersForThoseThatAreNotOn() {
    var providers = new InvoicingProviders(List.of(one, other), Optional.of(OTHER));

    assertThat(providers.named(ONE)).contains(one);
    assertThat(providers.named(NOBODY)).contains(other);
    assertThat(providers.description()).isEqualTo("one, others other");
    assertThat(new InvoicingProviders(List.of(one), Optional.empty()).named(NOBODY)).isEmpty();
  }

  @Test
  void anInvoiceGoesBackToWhoWroteItAndNobodyElse() {
    var providers = InvoicingProviders.only(one);

    assertThat(providers.of(ONE)).isEqualTo(one);
    assertThatIllegalStateException().isThrownBy(() -> providers.of(OTHER));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InvoicingProviders(List.of(one, one), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InvoicingProviders(List.of(one), Optional.of(OTHER)));
  }

  @Test
  void nobodyIsSaidToBeNobody() {
    assertThat(InvoicingProviders.none().description()).isEqualTo("nobody");
    assertThat(InvoicingProviders.only(one).description()).isEqualTo("one");
  }
}
