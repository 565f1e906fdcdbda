package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a show bills, and for what. */
class ShowInvoiceServiceTest extends ShowInvoiceScene {
  private static final ProviderId SQUARE = new ProviderId("square");

  @Test
  void aBuyerGetsOneInvoiceOfAllTheyHave() {
    sale.comment("ada", "sold 1");
    sale.comment("ada", "2 x2");
    sale.comment("bob", "sold 2");

    List<InvoiceView> invoices = sale.generate();

    assertThat(invoices)
        .extracting(InvoiceView::buyerPlatformId, InvoiceView::amountCents, InvoiceView::status)
        .containsExactly(tuple("ada", 1_500L, "draft"), tuple("bob", 250L, "draft"));
    assertThat(invoices.get(0).lineItems())
        .containsExactly(
            new InvoiceView.Line("#1 Vase 1", 1, 1_000), new InvoiceView.Line("#2 Vase 2", 2, 250));
    assertThat(invoices).allMatch(invoice -> invoice.externalUrl().isPresent());
    assertThat(unbilled()).isZero();
    assertThat(sale.told()).contains("invoice.created", "buyer.updated", "claim.changed");
  }

  @Test
  void invoicesAreReadBeforeTheyAreDraftedAndAfterTheyAreWrittenAndOnceForEachThatMoves() {
    sale.comment("ada", "sold 1");
    sale.comment("bob", "sold 2");
    sale.comment("eve", "sold 2");
    int before = house.showQueries().looksAtInvoices();

    sale.generate();

    assertThat(house.showQueries().looksAtInvoices() - before).isEqualTo(2 + 3);
  }

  @Test
  void generatingTwiceBillsOnce() {
    sale.comment("ada", "sold 1");
    InvoiceView first = sale.generate().get(0);

    assertThat(sale.generate()).containsExactly(first);
    assertThat(sale.bills()).isEqualTo(1);
  }

  @Test
  void whatComesAfterTheInvoiceIsNotOnIt() {
    sale.comment("ada", "sold 1");
    sale.generate();
    sale.comment("ada", "sold 2");

    assertThat(sale.generate()).extracting(InvoiceView::amountCents).containsExactly(1_000L);
    assertThat(unbilled()).isEqualTo(250);
  }

  @Test
  void generatingAtTheSameTimeBillsOnce() {
    for (String person : List.of("ada", "bob", "cleo", "dan")) {
      sale.comment(person, "sold 1");
    }

    List<List<InvoiceView>> answers = Race.of(6, sale::generate);

    assertThat(answers).allMatch(invoices -> invoices.size() == 4);
    assertThat(sale.all()).hasSize(4);
    assertThat(sale.bills()).isEqualTo(4);
  }

  @Test
  void onlyThoseAskedForAreBilled() {
    sale.comment("ada", "sold 1");
    sale.comment("bob", "sold 1");

    assertThat(sale.generateFor("bob", "nobody"))
        .extracting(InvoiceView::buyerPlatformId)
        .containsExactly("bob");
    assertThat(sale.all()).hasSize(1);
  }

  @Test
  void aMemoNamesTheShow() {
    InvoiceId id = sale.anInvoiceFor("ada");

    assertThat(sale.kept(id).snapshot().draft().memo()).isEqualTo("Your claims from Friday sale");
  }

  @Test
  void anotherShowsInvoiceIsNotFound() {
    InvoiceId id = sale.anInvoiceFor("ada");
    ShowView other =
        house.stagedoor().shows().create(sale.operator(), Sale.MINE, "Another", Optional.empty());

    assertRefused(
        CommonError.NOT_FOUND,
        () -> sale.invoices().cancel(sale.operator(), new ShowId(other.id()), id));
  }

  @Test
  void nobodyButOperatorsComesNearInvoices() {
    InvoiceId id = sale.anInvoiceFor("ada");
    var stranger = house.aFamily().actor();
    var all = new GenerateInvoices(Optional.empty(), false, Optional.empty());

    assertRefused(
        CommonError.NOT_FOUND, () -> sale.invoices().generate(stranger, sale.show(), all));
    assertRefused(CommonError.NOT_FOUND, () -> sale.invoices().list(stranger, sale.show()));
    assertRefused(CommonError.NOT_FOUND, () -> sale.invoices().send(stranger, sale.show(), id));
    assertRefused(CommonError.NOT_FOUND, () -> sale.invoices().retry(stranger, sale.show(), id));
    assertRefused(CommonError.NOT_FOUND, () -> sale.invoices().cancel(stranger, sale.show(), id));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> sale.invoices().list(Actor.visitor(), sale.show()));
  }

  @Test
  void aShowThatHasNotBegunSellsNothing() {
    ShowView planned =
        house.stagedoor().shows().create(sale.operator(), Sale.MINE, "Later", Optional.empty());

    assertRefused(
        LiveSellingError.SHOW_STATUS,
        () ->
            sale.invoices()
                .generate(
                    sale.operator(),
                    new ShowId(planned.id()),
                    new GenerateInvoices(Optional.empty(), false, Optional.empty())));
  }

  @Test
  void whoWritesCanBeChosenByName() {
    sale.plan(Plan.BUSINESS);
    sale.connect(SQUARE, Secret.of("sk_fake_square_12"));
    sale.comment("ada", "sold 1");

    var unused =
        sale.invoices()
            .generate(
                sale.operator(),
                sale.show(),
                new GenerateInvoices(Optional.of(Set.of("ada")), false, Optional.of(SQUARE)));

    InvoiceId id = Sale.id(sale.all().get(0));
    assertThat(sale.kept(id).owner()).isEqualTo(Integration.subject(sale.integration(SQUARE).id()));
  }
}
