package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.IntegrationSettings;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShowServiceTest {
  private final LiveSale sale = new LiveSale();
  private final ShowService shows = sale.shows();
  private final ShowItemService items = sale.items();

  private static ShowItemService.Change quantity(int quantity) {
    return new ShowItemService.Change(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(quantity));
  }

  private static ShowItem.Details details(int number) {
    return new ShowItem.Details(number, "Vase", Optional.empty(), 1);
  }

  private Currency currencyOfANewShow() {
    return shows.create(sale.operator, Optional.empty(), "New", Optional.empty()).currency();
  }

  private void connect(String provider, Optional<String> currency) {
    sale.house
        .unitOfWork()
        .run(
            () -> {
              Instant now = sale.house.clock().instant();
              Integration integration =
                  Integration.of(
                      new IntegrationId(UUID.randomUUID()),
                      sale.workspace,
                      new ProviderId(provider),
                      now);
              integration.connect(
                  new Credentials.Billing(
                      new Merchant.Connected("acct_" + provider),
                      Optional.empty(),
                      Optional.empty()),
                  provider,
                  "acct",
                  now);
              integration.change(
                  new IntegrationSettings(currency.map(Currency::getInstance), "Memo", 7), now);
              sale.house.liveSelling().integrations().save(integration);
            });
    sale.house.clock().advance(Duration.ofSeconds(1));
  }

  private void change(Plan plan) {
    var unused =
        sale.house
            .stagedoor()
            .workspaces()
            .change(
                sale.house.admin().actor(),
                sale.workspace,
                Optional.empty(),
                Optional.of(Currency.getInstance("EUR")),
                Optional.of(plan));
  }

  @Test
  void aShowSellsInWhatThePaymentProviderInUseIsSetTo() {
    change(Plan.FREE);
    assertThat(currencyOfANewShow().getCurrencyCode()).isEqualTo("EUR");

    connect("stripe", Optional.empty());
    connect("square", Optional.of("GBP"));
    assertThat(currencyOfANewShow().getCurrencyCode()).as("locked").isEqualTo("EUR");
    change(Plan.PRO);
    assertThat(currencyOfANewShow().getCurrencyCode()).as("the first only").isEqualTo("EUR");
    change(Plan.BUSINESS);
    assertThat(currencyOfANewShow().getCurrencyCode()).isEqualTo("GBP");
  }

  @Test
  void theCurrencyOfAShowStaysWhenThatOfItsWorkspaceChanges() {
    change(Plan.FREE);

    assertThat(shows.get(sale.operator, sale.show).currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void aShowGoesItsWayOnceAndOperatorsAreTold() {
    ShowId planned = sale.plan("Later", Optional.empty());
    assertThat(shows.get(sale.operator, planned).status()).isEqualTo("draft");
    assertRefused(LiveSellingError.SHOW_STATUS, () -> shows.end(sale.operator, planned));

    ShowView live = shows.start(sale.operator, planned);
    sale.house.clock().advance(Duration.ofMinutes(1));
    assertThat(shows.start(sale.operator, planned)).isEqualTo(live);
    ShowView ended = shows.end(sale.operator, planned);
    sale.house.clock().advance(Duration.ofMinutes(1));
    assertThat(shows.end(sale.operator, planned)).isEqualTo(ended);

    assertThat(ended.status()).isEqualTo("ended");
    assertRefused(LiveSellingError.SHOW_STATUS, () -> shows.start(sale.operator, planned));
    assertThat(sale.house.updates().all())
        .filteredOn(update -> update.channel().equals(Show.subject(planned)))
        .extracting(update -> ((Map<?, ?>) update.data().get("show")).get("status"))
        .extracting(Object::toString)
        .containsExactly("live", "ended");
  }

  @Test
  void oneShowOfAWorkspaceAtATimeIsLiveOnAPost() {
    ShowId second = sale.plan("Second", Optional.of(LiveSale.POST));
    ShowId other = sale.plan("Other", Optional.of("page-1_post-2"));
    var live = shows.start(sale.operator, other);

    assertRefused(LiveSellingError.POST_FOLLOWED, () -> shows.start(sale.operator, second));
    assertRefused(
        LiveSellingError.POST_FOLLOWED,
        () -> shows.change(sale.operator, other, Optional.empty(), Optional.of(LiveSale.POST)));
    assertThat(shows.get(sale.operator, second).status()).isEqualTo("draft");
    assertThat(shows.get(sale.operator, other).platformPostId()).contains("page-1_post-2");

    var elsewhere = new LiveSale(sale.house);
    var renamed =
        shows.change(sale.operator, sale.show, Optional.of("Renamed"), Optional.of(LiveSale.POST));
    var ended = shows.end(sale.operator, sale.show);
    assertThat(shows.start(sale.operator, second).status()).isEqualTo("live");
  }

  @Test
  void ofTwoShowsThatBeginAtOnceOnAPostOneDoes() {
    List<ShowId> planned =
        List.of(
            sale.plan("Second", Optional.of("page-1_post-2")),
            sale.plan("Third", Optional.of("page-1_post-2")));
    AtomicInteger next = new AtomicInteger();

    List<Boolean> begun =
        Race.of(
            2,
            () -> {
              try {
                return shows
                    .start(sale.operator, planned.get(next.getAndIncrement()))
                    .status()
                    .equals("live");
              } catch (DomainException refused) {
                assertThat(refused.code()).isEqualTo(LiveSellingError.POST_FOLLOWED);
                return false;
              }
            });

    assertThat(begun).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void whatIsGivenIsChangedAndABlankPostIsNone() {
    assertThat(shows.get(sale.operator, sale.show).platformPostId()).contains(LiveSale.POST);

    ShowView renamed =
        shows.change(sale.operator, sale.show, Optional.of("Saturday"), Optional.empty());
    assertThat(renamed.name()).isEqualTo("Saturday");
    assertThat(renamed.platformPostId()).contains(LiveSale.POST);
    assertThat(
            shows
                .change(sale.operator, sale.show, Optional.empty(), Optional.of(" "))
                .platformPostId())
        .isEmpty();
    assertRefused(
        CommonError.INVALID_VALUE,
        () ->
            shows.change(sale.operator, sale.show, Optional.empty(), Optional.of("x".repeat(256))));
  }

  @Test
  void showsAreListedForTheirWorkspace() {
    ShowId second = sale.plan("Second", Optional.empty());
    LiveSale other = new LiveSale(sale.house);

    assertThat(shows.list(sale.operator, Optional.empty(), PageRequest.first()).items())
        .extracting(ShowView::id)
        .containsExactlyInAnyOrder(sale.show.value(), second.value());
    assertRefused(
        CommonError.NOT_FOUND,
        () -> shows.list(sale.operator, Optional.of(other.workspace), PageRequest.first()));
  }

  @Test
  void itemsComeChangeAndGoDuringTheShow() {
    ItemId item = sale.item(12, 2);
    assertRefused(LiveSellingError.ITEM_NUMBER_TAKEN, () -> sale.item(12, 1));
    var changed =
        items.change(
            sale.operator,
            sale.show,
            item,
            new ShowItemService.Change(
                Optional.of(13), Optional.of("Jug"), Optional.of(99L), Optional.empty()));

    assertThat(changed.number()).isEqualTo(13);
    assertThat(changed.title()).isEqualTo("Jug");
    assertThat(changed.priceCents()).contains(99L);
    assertThat(changed.quantity()).isEqualTo(2);
    assertThat(items.list(sale.operator, sale.show)).containsExactly(changed);

    items.remove(sale.operator, sale.show, item);
    assertThat(items.list(sale.operator, sale.show)).isEmpty();
    assertThat(sale.newsSince(1)).containsExactly("item.changed", "item.changed", "item.removed");
  }

  @Test
  void anItemDoesNotTakeAnothersNumber() {
    sale.item(12, 1);
    ItemId other = sale.item(13, 1);

    assertRefused(
        LiveSellingError.ITEM_NUMBER_TAKEN,
        () ->
            items.change(
                sale.operator,
                sale.show,
                other,
                new ShowItemService.Change(
                    Optional.of(12), Optional.empty(), Optional.empty(), Optional.empty())));
    assertThat(items.list(sale.operator, sale.show))
        .extracting(ShowItemView::number)
        .containsExactly(12, 13);
  }

  @Test
  void withMoreToSellThoseWhoWaitAreServedAndWithLessTheLastLose() {
    ItemId item = sale.item(12, 1);
    sale.says("Ann", "12", 1);
    sale.says("Bob", "12 x2", 2);
    int before = sale.news().size();

    items.change(sale.operator, sale.show, item, quantity(2));
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 1/2");
    assertThat(sale.newsSince(before))
        .containsExactly("claim.changed", "item.changed", "buyer.updated");

    items.change(sale.operator, sale.show, item, quantity(0));
    assertThat(sale.line(12)).containsExactly("Ann 0/1", "Bob 0/2");
    items.change(sale.operator, sale.show, item, quantity(3));
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 2/2");
  }

  @Test
  void lessThanIsBilledCannotBeThere() {
    ItemId item = sale.item(12, 2);
    sale.says("Ann", "12 x2", 1);
    var claim = sale.claimOf("Ann", 12);
    sale.house
        .unitOfWork()
        .run(
            () -> {
              var store = sale.house.liveSelling();
              ShowItem locked = store.items().lock(item).orElseThrow();
              ItemLine line = new ItemLine(locked, store.claims().open(item));
              line.bill(claim, new InvoiceId(UUID.randomUUID()));
              store.items().save(locked);
              store.claims().save(line.changed());
            });

    assertRefused(
        LiveSellingError.QUANTITY_BILLED,
        () -> items.change(sale.operator, sale.show, item, quantity(1)));
    assertRefused(
        LiveSellingError.ITEM_CLAIMED, () -> items.remove(sale.operator, sale.show, item));
    assertThat(sale.line(12)).containsExactly("Ann 2/2 billed");
  }

  @Test
  void aClaimedItemStaysUntilTheClaimIsCancelled() {
    ItemId item = sale.item(12, 1);
    sale.says("Ann", "12", 1);
    assertRefused(
        LiveSellingError.ITEM_CLAIMED, () -> items.remove(sale.operator, sale.show, item));
    sale.claims().cancel(sale.operator, sale.show, sale.claimOf("Ann", 12));

    items.remove(sale.operator, sale.show, item);

    assertThat(items.list(sale.operator, sale.show)).isEmpty();
    assertRefused(CommonError.NOT_FOUND, () -> items.remove(sale.operator, sale.show, item));
  }

  @Test
  void aShowHasAThousandItemsAtMostWhoeverAddsThem() {
    for (int number = 1; number <= Show.MAX_ITEMS - 2; number++) {
      sale.item(number, 1);
    }
    AtomicInteger next = new AtomicInteger(Show.MAX_ITEMS);

    List<Boolean> added =
        Race.of(
            6,
            () -> {
              try {
                items.add(sale.operator, sale.show, details(next.incrementAndGet()));
                return true;
              } catch (DomainException refused) {
                assertThat(refused.code()).isEqualTo(LiveSellingError.TOO_MANY_ITEMS);
                return false;
              }
            });

    assertThat(added).filteredOn(done -> done).hasSize(2);
    assertThat(items.list(sale.operator, sale.show)).hasSize(Show.MAX_ITEMS);
  }

  @Test
  void othersAreNotToldThatThereIsAShow() {
    ItemId item = sale.item(12, 1);
    Actor stranger = new LiveSale(sale.house).operator;
    Optional<WorkspaceId> workspace = Optional.of(sale.workspace);

    for (ShowId show : List.of(sale.show, new ShowId(UUID.randomUUID()))) {
      for (Actor actor : List.of(stranger, Actor.visitor())) {
        CommonError refusal =
            actor.isSignedIn() ? CommonError.NOT_FOUND : CommonError.NOT_SIGNED_IN;
        assertRefused(refusal, () -> shows.create(actor, workspace, "Mine", Optional.empty()));
        assertRefused(refusal, () -> shows.list(actor, workspace, PageRequest.first()));
        assertRefused(refusal, () -> shows.get(actor, show));
        assertRefused(
            refusal, () -> shows.change(actor, show, Optional.of("Mine"), Optional.empty()));
        assertRefused(refusal, () -> shows.start(actor, show));
        assertRefused(refusal, () -> shows.end(actor, show));
        assertRefused(refusal, () -> items.add(actor, show, details(1)));
        assertRefused(refusal, () -> items.list(actor, show));
        assertRefused(refusal, () -> items.change(actor, show, item, quantity(5)));
        assertRefused(refusal, () -> items.remove(actor, show, item));
      }
    }
    assertThat(shows.get(sale.house.admin().actor(), sale.show).status()).isEqualTo("live");
  }

  @Test
  void anItemOfAnotherShowIsNotThere() {
    ItemId item = sale.item(12, 1);
    ShowId other = sale.plan("Other", Optional.empty());

    assertRefused(
        CommonError.NOT_FOUND, () -> items.change(sale.operator, other, item, quantity(5)));
    assertRefused(CommonError.NOT_FOUND, () -> items.remove(sale.operator, other, item));
  }
}
