package dev.stagedoor.persistence.liveselling;

import static dev.stagedoor.domain.fixture.InvoiceBuilder.anInvoice;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.priced;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.LiveSellingContract;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.domain.fixture.FairShares;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.persistence.TestLiveSelling;
import dev.stagedoor.persistence.TestPersistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nothing is sold twice and nobody is passed over, however many claim and bill at a time. */
class ClaimsTogetherPropertyTest implements LiveSellingContract {
  private static final int THREADS = 4;
  private static final TestPersistence OPEN = new TestPersistence();

  /** Compares what items count with what their claims have, all as of one moment. */
  private static final String SOLD =
      """
      select show_items.quantity, show_items.granted, show_items.billed,
        coalesce(sum(claims.granted) filter (where claims.state = 'open'), 0) as open,
        coalesce(sum(claims.granted) filter (where claims.state = 'billed'), 0) as on_invoices
      from show_items left join claims on claims.item_id = show_items.id
      group by show_items.id
      """;

  private enum Kind {
    CLAIM,
    CLAIM_OF_EACH,
    CANCEL,
    DESCRIBE,
    BILL,
    UNBILL
  }

  /** Something that somebody does; {@code which} picks an item, and a claim where one is needed. */
  private record Step(Kind kind, int second, int quantity, int which) {}

  @BeforeContainer
  static void open() {
    OPEN.beforeAll(null);
  }

  @AfterContainer
  static void close() {
    OPEN.afterAll(null);
  }

  @Override
  public LiveSellingStores stores() {
    return TestLiveSelling.stores(OPEN);
  }

  @Override
  public UserId anAccountOnFile() {
    return TestLiveSelling.anAccountOnFile(OPEN);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(6, Kind.CLAIM),
            Tuple.of(1, Kind.CLAIM_OF_EACH),
            Tuple.of(2, Kind.CANCEL),
            Tuple.of(1, Kind.DESCRIBE),
            Tuple.of(3, Kind.BILL),
            Tuple.of(2, Kind.UNBILL));
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 1_000))
        .as(Step::new)
        .list()
        .ofSize(THREADS * 15);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void nothingIsSoldTwiceAndEverybodyEndsWithTheirFairShare(
      @ForAll("steps") List<Step> steps,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 12) Integer> quantities)
      throws Exception {
    ShowId show = aShowOnFile();
    List<ShowItem> items =
        IntStream.range(0, quantities.size())
            .mapToObj(i -> anItemOnFile(show, i + 1, quantities.get(i)))
            .toList();
    Sale sale = new Sale(show, items, new ConcurrentLinkedQueue<>());

    together(steps, step -> take(sale, step));

    for (ShowItem item : items) {
      mustBeFair(sale, item);
    }
  }

  private record Sale(ShowId show, List<ShowItem> items, Queue<ClaimId> claims) {
    ShowItem item(Step step) {
      return items.get(step.which() % items.size());
    }
  }

  private void together(List<Step> steps, Consumer<Step> take) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int from = thread * steps.size() / THREADS;
        int to = (thread + 1) * steps.size() / THREADS;
        runs.add(threads.submit(() -> steps.subList(from, to).forEach(take)));
      }
      do {
        nothingMayBeSoldTwice();
      } while (!runs.stream().allMatch(Future::isDone));
      for (Future<?> run : runs) {
        run.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a step failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void nothingMayBeSoldTwice() throws SQLException {
    try (Connection connection = OPEN.database().connect();
        Statement statement = connection.createStatement();
        ResultSet sold = statement.executeQuery(SOLD)) {
      while (sold.next()) {
        assertThat(sold.getLong("open") + sold.getLong("on_invoices"))
            .isLessThanOrEqualTo(sold.getLong("quantity"));
        assertThat(sold.getLong("granted")).isEqualTo(sold.getLong("open"));
        assertThat(sold.getLong("billed")).isEqualTo(sold.getLong("on_invoices"));
      }
    }
  }

  private void mustBeFair(Sale sale, ShowItem of) {
    run(
        () -> {
          ShowItem item = stores().items().lock(of.id()).orElseThrow();
          List<Claim> claims =
              sale.claims().stream()
                  .map(id -> stores().claims().find(id).orElseThrow())
                  .filter(claim -> claim.item().equals(of.id()))
                  .toList();
          assertThat(claims.stream().collect(Collectors.toMap(Claim::id, Claim::granted)))
              .isEqualTo(FairShares.of(item, claims));
          assertThat(List.of(item.wanted(), (long) item.granted(), (long) item.billed()))
              .isEqualTo(FairShares.counts(claims));
        });
  }

  private void take(Sale sale, Step step) {
    Instant postedAt = NOW.plusSeconds(step.second());
    switch (step.kind()) {
      case CLAIM ->
          sale.claims()
              .add(claim(sale.item(step).id(), aWish(aBuyer(), step.quantity(), postedAt)).id());
      case CLAIM_OF_EACH -> sale.claims().addAll(claimEach(sale, step, postedAt));
      case CANCEL ->
          with(
              sale,
              step,
              claim -> claim.state() == Claim.State.OPEN,
              (line, claim) -> line.cancel(claim.id()));
      case DESCRIBE -> describe(sale.item(step), step.quantity() * 3);
      case BILL ->
          with(
              sale,
              step,
              claim -> claim.state() == Claim.State.OPEN && claim.granted() > 0,
              (line, claim) -> line.bill(claim.id(), invoice(sale.show()).id()));
      case UNBILL ->
          with(sale, step, claim -> claim.state() == Claim.State.BILLED, ItemLine::unbill);
    }
  }

  private List<ClaimId> claimEach(Sale sale, Step step, Instant postedAt) {
    List<Integer> numbers = sale.items().stream().map(ShowItem::number).toList();
    return write(
        () -> {
          List<ClaimId> made = new ArrayList<>();
          for (ShowItem item : stores().items().lockNumbers(sale.show(), numbers)) {
            ItemLine line = new ItemLine(item, stores().claims().openFrom(item.id(), postedAt));
            made.add(line.add(aWish(aBuyer(), step.quantity(), postedAt), NOW).id());
            save(item, line);
          }
          return made;
        });
  }

  private interface Change {
    void make(ItemLine line, Claim claim);
  }

  private void with(Sale sale, Step step, Predicate<Claim> wanted, Change change) {
    List<ClaimId> known = List.copyOf(sale.claims());
    if (known.isEmpty()) {
      return;
    }
    ClaimId id = known.get(step.which() % known.size());
    run(
        () -> {
          Claim seen = stores().claims().find(id).orElseThrow();
          ShowItem item = stores().items().lock(seen.item()).orElseThrow();
          Claim claim = stores().claims().find(id).orElseThrow();
          if (wanted.test(claim)) {
            // A billed one goes back to its place: all of the line is needed for that.
            List<Claim> tail =
                claim.state() == Claim.State.BILLED
                    ? stores().claims().open(item.id())
                    : stores().claims().openFrom(item.id(), claim.place().postedAt());
            ItemLine line = new ItemLine(item, tail);
            change.make(line, claim);
            save(item, line);
          }
        });
  }

  private void describe(ShowItem item, int quantity) {
    try {
      change(item.id(), line -> line.describe(priced(item.number(), quantity, 1)));
    } catch (DomainException refused) {
      assertThat(refused.code()).isEqualTo(LiveSellingError.QUANTITY_BILLED);
    }
  }

  private void save(ShowItem item, ItemLine line) {
    stores().claims().save(line.changed());
    stores().items().save(item);
  }

  private Invoice invoice(ShowId show) {
    Invoice invoice = anInvoice().about(Show.subject(show)).build();
    stores().invoices().save(invoice);
    return invoice;
  }
}
