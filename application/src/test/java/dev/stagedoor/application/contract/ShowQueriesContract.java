package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.LiveSellingContract.customer;
import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.InvoiceBuilder.anInvoice;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.USD;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aComment;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aReply;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anItem;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.byHand;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.priced;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.unpriced;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.CommentView;
import dev.stagedoor.application.liveselling.DeliveryView;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.ShowItemView;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.domain.contract.LiveSellingContract;
import dev.stagedoor.domain.fixture.InvoiceBuilder;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.SendReason;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every read side of a show must do. */
public interface ShowQueriesContract extends LiveSellingContract {
  PageRequest EVERYTHING = new PageRequest(1, 1000);

  ShowQueries queries();

  @Test
  default void anEmptyShowHasNothing() {
    ShowId other = aShowOnFile();
    claim(anItemOnFile(other, 1, 1), aBuyer(), 1);
    onFile(aComment(other, aBuyer()));
    anInvoiceOnFile(other);
    ShowId show = aShowOnFile();

    assertThat(write(() -> queries().items(show))).isEmpty();
    assertThat(claims(show, Optional.empty())).isEmpty();
    assertThat(write(() -> queries().comments(show, EVERYTHING)).items()).isEmpty();
    assertThat(buyers(show)).isEmpty();
    assertThat(invoices(show)).isEmpty();
  }

  @Test
  default void itemsComeByNumberWithWhatIsSpokenFor() {
    ShowId show = aShowOnFile();
    ShowItem unpriced = onFile(anItem(show, unpriced(12, 5)));
    ShowItem wanted = onFile(anItem(show, priced(2, 3, 1_250)));
    Claim billed = claim(wanted, aBuyer(), 2);
    bill(billed, anInvoiceOnFile(show));
    claim(wanted, aBuyer(), 4);

    assertThat(write(() -> queries().items(show)))
        .containsExactly(
            new ShowItemView(wanted.id().value(), 2, "Vase 2", Optional.of(1_250L), 3, 3, 3),
            new ShowItemView(unpriced.id().value(), 12, "Vase 12", Optional.empty(), 5, 0, 0));
  }

  @Test
  default void aClaimShowsWhatIsStored() {
    ShowId show = aShowOnFile();
    ShowItem item = anItemOnFile(show, 12, 1);
    Buyer buyer = aBuyer("Zoë 💐");
    ShowComment comment = onFile(aComment(show, buyer));
    Claim claim = claim(item.id(), aWish(buyer, Optional.of(comment.id()), 2, NOW.minusSeconds(5)));

    assertThat(claims(show, Optional.empty()))
        .containsExactly(
            new ClaimView(
                claim.id().value(),
                12,
                "Vase 12",
                2,
                1,
                "active",
                buyer.userId(),
                "Zoë 💐",
                Optional.of(comment.id()),
                NOW.minusSeconds(5),
                NOW));
  }

  @Test
  default void claimsComeInTheOrderOfItemsAndLinesAllOrThoseOfOneStatus() {
    ShowId show = aShowOnFile();
    ShowItem twelve = anItemOnFile(show, 12, 2);
    ShowItem two = anItemOnFile(show, 2, 3);
    Claim active = claim(twelve, aBuyer(), 2);
    Claim waiting = claim(twelve, aBuyer(), 1);
    Claim early = claim(two.id(), aWish(aBuyer(), 1, NOW.minusSeconds(1)));
    Claim billed = claim(two, aBuyer(), 1);
    Claim cancelled = claim(two, aBuyer(), 1);
    bill(billed, anInvoiceOnFile(show));
    change(two.id(), line -> line.cancel(cancelled.id()));
    claim(anItemOnFile(aShowOnFile(), 1, 1), aBuyer(), 1);

    assertThat(claims(show, Optional.empty()))
        .extracting(ClaimView::id)
        .containsExactly(ids(early, billed, cancelled, active, waiting));
    assertThat(claims(show, Optional.of("active")))
        .extracting(ClaimView::id)
        .containsExactly(ids(early, active));
    assertThat(claims(show, Optional.of("waiting")))
        .extracting(ClaimView::id)
        .containsExactly(ids(waiting));
    assertThat(claims(show, Optional.of("billed")))
        .extracting(ClaimView::id)
        .containsExactly(ids(billed));
    assertThat(claims(show, Optional.of("cancelled")))
        .extracting(ClaimView::id)
        .containsExactly(ids(cancelled));
    assertThat(claims(show, Optional.of("unheard of"))).isEmpty();
  }

  @Test
  default void claimsComeByThePage() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 9);
    claim(item, aBuyer(), 1);
    claim(item, aBuyer(), 1);
    Claim last = claim(item, aBuyer(), 1);

    Page<ClaimView> page =
        write(() -> queries().claims(item.show(), Optional.of("active"), new PageRequest(2, 2)));

    assertThat(page.items()).extracting(ClaimView::id).containsExactly(ids(last));
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  default void commentsComeNewestFirstWithWhyTheyMadeNoClaim() {
    ShowId show = aShowOnFile();
    Buyer buyer = aBuyer();
    ShowComment older = onFile(aComment(show, buyer, NOW));
    ShowComment newer = onFile(aComment(show, buyer, NOW.plusSeconds(1)));
    ShowComment mark =
        onFile(
            new ShowComment(
                show,
                "gone",
                Optional.empty(),
                "",
                NOW.plusSeconds(2),
                NOW,
                Optional.empty(),
                Optional.of(IgnoredWhy.REMOVED)));
    onFile(aComment(aShowOnFile(), buyer));

    Page<CommentView> first = write(() -> queries().comments(show, new PageRequest(1, 2)));

    assertThat(first.items())
        .containsExactly(
            new CommentView(
                mark.id(),
                Optional.empty(),
                Optional.empty(),
                "",
                mark.postedAt(),
                Optional.of("removed")),
            new CommentView(
                newer.id(),
                Optional.of(buyer.userId()),
                Optional.of("Grace"),
                "sold 12",
                newer.postedAt(),
                Optional.empty()));
    assertThat(first.total()).isEqualTo(3);
    assertThat(write(() -> queries().comments(show, new PageRequest(2, 2))).items())
        .extracting(CommentView::id)
        .containsExactly(older.id());
  }

  @Test
  default void buyersComeByNameWithWhatTheyHave() {
    ShowId show = aShowOnFile();
    ShowItem vase = onFile(anItem(show, priced(12, 5, 1_250)));
    ShowItem bowl = onFile(anItem(show, unpriced(2, 5)));
    Buyer zoe = aBuyer("zoe");
    Buyer ada = aBuyer("Ada");
    Buyer waiting = aBuyer("Bob");
    Buyer gone = aBuyer("Charles");
    Claim billed = claim(vase, zoe, 1);
    Invoice invoice = onFile(anInvoice().about(Show.subject(show)).to(customer(zoe)));
    bill(billed, invoice.id());
    claim(bowl, zoe, 2);
    claim(vase, zoe, 1);
    claim(vase, ada, 9);
    claim(vase, waiting, 1);
    Claim cancelled = claim(bowl, gone, 1);
    change(bowl.id(), line -> line.cancel(cancelled.id()));
    claim(anItemOnFile(aShowOnFile(), 1, 1), ada, 1);

    assertThat(buyers(show))
        .containsExactly(
            new BuyerView(
                ada.userId(),
                "Ada",
                List.of(new BuyerView.Item(12, "Vase 12", 3, Optional.of(1_250L))),
                3_750,
                3_750,
                USD,
                Optional.empty()),
            new BuyerView(
                zoe.userId(),
                "zoe",
                List.of(
                    new BuyerView.Item(2, "Vase 2", 2, Optional.empty()),
                    new BuyerView.Item(12, "Vase 12", 2, Optional.of(1_250L))),
                2_500,
                1_250,
                USD,
                Optional.of(invoice.id().value())));
  }

  @Test
  default void aBuyerIsCalledAsInTheLastClaim() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 5);
    Buyer before = aBuyer("Miss Byron");
    run(
        () -> {
          ShowItem locked = stores().items().lock(item.id()).orElseThrow();
          ItemLine line = new ItemLine(locked, List.of());
          line.add(aWish(before, 1, NOW), NOW);
          line.add(aWish(new Buyer(before.userId(), "Lady Lovelace"), 1, NOW), NOW.plusSeconds(1));
          stores().claims().save(line.changed());
          stores().items().save(locked);
        });

    assertThat(buyers(item.show()))
        .singleElement()
        .extracting(BuyerView::handle, BuyerView::totalCents)
        .containsExactly("Lady Lovelace", 2_500L);
  }

  @Test
  default void aBuyersInvoiceIsOneThatIsNotVoidAndTheLastOfThose() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 5);
    Buyer buyer = aBuyer();
    claim(item, buyer, 1);
    Invoice voided = onFile(to(buyer, item.show()).sent().voided());
    assertThat(buyers(item.show()).get(0).invoiceId()).isEmpty();

    Invoice next = onFile(to(buyer, item.show()).draftedAt(NOW.plusSeconds(60)));
    onFile(to(buyer, aShowOnFile()));
    assertThat(buyers(item.show()).get(0).invoiceId()).contains(next.id().value());

    run(
        () -> {
          Invoice paid = stores().invoices().lock(voided.id()).orElseThrow();
          paid.learn(
              new InvoiceOutcome.Paid(paid.ref().orElseThrow(), paid.total(), Optional.empty()),
              NOW);
          stores().invoices().save(paid);
        });
    assertThat(buyers(item.show()))
        .singleElement()
        .extracting(BuyerView::invoiceId)
        .isEqualTo(Optional.of(next.id().value()));
  }

  @Test
  default void anInvoiceShowsWhatIsStored() {
    ShowId show = aShowOnFile();
    Buyer buyer = aBuyer("Zoë 💐");
    ProviderRef ref = aRef();
    Invoice invoice =
        onFile(
            to(buyer, show)
                .knownAs(ref)
                .saying(
                    new InvoiceLine("Vase \"12\"", 2, usd(1_250)),
                    new InvoiceLine("Bowl", 1, usd(0)))
                .sent()
                .notPaid());
    Delivery delivery =
        aReply(invoice.id(), aRef(), aRef(), NOW)
            .ended(Delivery.Status.UNKNOWN, SendReason.MAY_HAVE_ARRIVED, "1545041");
    run(() -> stores().deliveries().save(delivery));

    assertThat(invoices(show))
        .containsExactly(
            new InvoiceView(
                invoice.id().value(),
                show.value(),
                "sandbox",
                Optional.of(ref.value()),
                Optional.of("https://pay.example.org/" + ref.value()),
                "Zoë 💐",
                buyer.userId(),
                "error",
                2_500,
                "usd",
                List.of(
                    new InvoiceView.Line("Vase \"12\"", 2, 1_250),
                    new InvoiceView.Line("Bowl", 1, 0)),
                Optional.of(new InvoiceView.Problem("payment_failed", "")),
                Optional.of(
                    new DeliveryView(
                        "private_reply", "may_have_arrived", "unknown", "1545041", NOW)),
                invoice.sentAt(),
                Optional.empty(),
                invoice.createdAt(),
                invoice.updatedAt()));
  }

  @Test
  default void anInvoiceThatWasPaidOtherwiseThanAskedSaysSo() {
    ShowId show = aShowOnFile();
    onFile(to(aBuyer("Ada"), show).sent().paidOtherwise());
    onFile(to(aBuyer("Zoë"), show).sent().paid());

    assertThat(invoices(show))
        .extracting(InvoiceView::status, InvoiceView::problem)
        .containsExactly(
            tuple("paid", Optional.of(new InvoiceView.Problem("total_differs", "1.00 USD"))),
            tuple("paid", Optional.empty()));
  }

  @Test
  default void invoicesComeByBuyerWithTheLastDelivery() {
    ShowId show = aShowOnFile();
    Buyer zoe = aBuyer("zoe");
    Invoice zoes = onFile(to(zoe, show).sent().voided());
    Invoice zoesNext = onFile(to(zoe, show).draftedAt(NOW.plusSeconds(60)));
    Invoice adas = onFile(to(aBuyer("Ada"), show));
    Invoice elsewhere = onFile(to(zoe, aShowOnFile()));
    run(
        () -> {
          stores().deliveries().save(byHand(zoes.id(), SendReason.NO_PAGE, NOW.plusSeconds(1)));
          stores().deliveries().save(byHand(zoes.id(), SendReason.RATE_CAP, NOW));
          stores().deliveries().save(byHand(adas.id(), SendReason.NO_PAGE, NOW));
          stores().deliveries().save(byHand(adas.id(), SendReason.NO_COMMENT, NOW));
        });

    List<InvoiceView> all = invoices(show);

    assertThat(all)
        .extracting(InvoiceView::id)
        .containsExactly(adas.id().value(), zoes.id().value(), zoesNext.id().value());
    assertThat(all)
        .extracting(invoice -> invoice.delivery().map(DeliveryView::reason))
        .containsExactly(Optional.of("no_comment"), Optional.of("no_page"), Optional.empty());
    assertThat(write(() -> queries().invoices(show, Optional.of(zoes.id()))))
        .containsExactly(all.get(1));
    assertThat(write(() -> queries().invoices(show, Optional.of(elsewhere.id())))).isEmpty();
  }

  @Test
  default void buyersAndInvoicesComePageByPageInTheSameOrder() {
    ShowId show = aShowOnFile();
    ShowItem first = anItemOnFile(show, 7, 9);
    ShowItem second = anItemOnFile(show, 8, 9);
    for (String handle : List.of("zoe", "Ada", "bob", "Eve", "ann")) {
      Buyer buyer = aBuyer(handle);
      claim(first, buyer, 1);
      claim(second, buyer, 1);
      onFile(to(buyer, show));
    }
    claim(anItemOnFile(aShowOnFile(), 7, 9), aBuyer("Elsewhere"), 1);
    List<BuyerView> buyers = buyers(show);
    List<InvoiceView> invoices = invoices(show);
    assertThat(buyers).hasSize(5);

    for (int page = 1; page <= 4; page++) {
      PageRequest two = new PageRequest(page, 2);
      int from = Math.min(5, two.offset());
      int to = Math.min(5, from + 2);
      assertThat(write(() -> queries().buyers(show, two)))
          .isEqualTo(Page.of(buyers.subList(from, to), two, 5));
      assertThat(write(() -> queries().invoices(show, two)))
          .isEqualTo(Page.of(invoices.subList(from, to), two, 5));
    }
  }

  @Test
  default void itemsAreCounted() {
    ShowId show = aShowOnFile();
    assertThat(write(() -> queries().itemCount(show))).isZero();
    anItemOnFile(show, 7, 9);
    anItemOnFile(show, 8, 9);
    anItemOnFile(aShowOnFile(), 8, 9);

    assertThat(write(() -> queries().itemCount(show))).isEqualTo(2);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ShowId show = aShowOnFile();

    assertNeedsUnitOfWork(() -> queries().items(show));
    assertNeedsUnitOfWork(() -> queries().claims(show, Optional.empty(), EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().comments(show, EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().buyers(show));
    assertNeedsUnitOfWork(() -> queries().invoices(show, Optional.empty()));
    assertNeedsUnitOfWork(() -> queries().itemCount(show));
    assertNeedsUnitOfWork(() -> queries().buyers(show, EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().invoices(show, EVERYTHING));
  }

  private static InvoiceBuilder to(Buyer buyer, ShowId show) {
    return anInvoice().about(Show.subject(show)).to(customer(buyer));
  }

  private static UUID[] ids(Claim... claims) {
    return Arrays.stream(claims).map(claim -> claim.id().value()).toArray(UUID[]::new);
  }

  private List<ClaimView> claims(ShowId show, Optional<String> status) {
    return write(() -> queries().claims(show, status, EVERYTHING)).items();
  }

  private List<BuyerView> buyers(ShowId show) {
    return write(() -> queries().buyers(show));
  }

  private List<InvoiceView> invoices(ShowId show) {
    return write(() -> queries().invoices(show, Optional.<InvoiceId>empty()));
  }
}
