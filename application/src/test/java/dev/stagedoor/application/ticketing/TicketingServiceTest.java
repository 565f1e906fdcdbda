package dev.stagedoor.application.ticketing;

import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fake.FakeTicketing;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingChanged;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tickets at several systems, of which some are down, gone or broken. */
class TicketingServiceTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final FakeTicketing near = new FakeTicketing("near");
  private final FakeTicketing far = new FakeTicketing("far");
  private final List<TicketingChanged> told = new ArrayList<>();

  private TicketingService with(TicketingProvider... systems) {
    Announcements announcements = new Announcements();
    announcements.on(TicketingChanged.class, told::add);
    return new TicketingService(
        house.unitOfWork(),
        house.ticketing().tickets(),
        house.ticketing().tickets(),
        house.ticketing().connections(),
        TicketingProviders.of(List.of(systems), systems[0].id(), Optional.empty()),
        announcements,
        house.jobs(),
        house.clock());
  }

  private static ProviderRef onSale(FakeTicketing shop) {
    return shop.anEvent("Night of the Prams", SaleStatus.LIVE, Optional.empty(), Optional.empty());
  }

  /** Has something sold at the system for new sales, and looked at. */
  private Subject sold(TicketingService service, ProviderRef sale) {
    Subject subject = aSubject();
    house.unitOfWork().run(() -> setUp(service, subject, aUserId(), sale));
    assertThat(house.jobs().runDue(service.jobs())).isEmpty();
    assertThat(stored(subject).status()).isEqualTo(TicketingStatus.ACTIVE);
    return subject;
  }

  private static void setUp(
      TicketingService service, Subject subject, UserId owner, ProviderRef sale) {
    service.add(subject, owner);
    service.enable(subject);
    service.link(subject, sale.value());
  }

  private TicketedEvent stored(Subject subject) {
    return house
        .unitOfWork()
        .read(() -> house.ticketing().tickets().find(TicketedEventId.of(subject)).orElseThrow());
  }

  private void watchLater(TicketingService service) {
    house.clock().advance(Duration.ofMinutes(5));
    assertThat(service.watching().every()).isEqualTo(Duration.ofSeconds(15));
    service.watching().work().run();
  }

  @Test
  void aSystemThatIsDownDoesNotKeepAnotherFromBeingAsked() {
    TicketingService nearFirst = with(near.provider(), far.provider());
    List<Subject> there = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      there.add(sold(nearFirst, onSale(near)));
    }
    TicketingService farFirst = with(far.provider(), near.provider());
    ProviderRef elsewhere = onSale(far);
    Subject here = sold(farFirst, elsewhere);
    near.fail(FarSideFailure.DOWN);
    far.change(elsewhere, SaleStatus.INACTIVE);
    told.clear();

    watchLater(nearFirst);

    assertThat(there).allMatch(subject -> stored(subject).isStale());
    assertThat(stored(here).status()).isEqualTo(TicketingStatus.INACTIVE);
    assertThat(stored(here).isStale()).isFalse();
    assertThat(told).hasSize(5);
  }

  @Test
  void whatASystemSellsThatIsNotOnAnyMoreIsShownWithoutAFrame() {
    Subject subject = sold(with(near.provider()), onSale(near));
    TicketingService without = with(far.provider());

    watchLater(without);

    TicketingView view = without.view(stored(subject));
    assertThat(view.status()).isEqualTo("active");
    assertThat(view.provider()).contains("near");
    assertThat(view.embed()).isEmpty();
    assertThat(view.page()).isPresent();
    assertThat(view.stale()).isTrue();
  }

  /** Is broken wherever it is asked about one sale. */
  private record Broken(FakeTicketing shop, ProviderRef where, RuntimeException how)
      implements TicketCatalog {
    @Override
    public Optional<TicketOffer> find(ProviderRef event) {
      if (event.equals(where)) {
        throw how;
      }
      return shop.find(event);
    }

    @Override
    public TicketEmbed embed(ProviderRef event) {
      return shop.embed(event);
    }
  }

  private TicketingProvider broken(ProviderRef where, RuntimeException how) {
    return new TicketingProvider(near.provider().id(), new Broken(near, where, how));
  }

  @Test
  void aSaleThatNobodyCanReadHoldsNoOtherUp() {
    ProviderRef odd = onSale(near);
    ProviderRef plain = onSale(near);
    TicketingService well = with(near.provider());
    Subject first = sold(well, odd);
    Subject second = sold(well, plain);
    near.change(plain, SaleStatus.INACTIVE);

    watchLater(with(broken(odd, new IllegalStateException("made to fail"))));

    assertThat(stored(first).isStale()).isTrue();
    assertThat(stored(first).nextLookAt())
        .contains(house.clock().instant().plus(Duration.ofSeconds(15)));
    assertThat(stored(second).status()).isEqualTo(TicketingStatus.INACTIVE);
  }

  @Test
  void withoutADatabaseWatchingStops() {
    ProviderRef sale = onSale(near);
    Subject subject = sold(with(near.provider()), sale);
    StoreUnavailable down = new StoreUnavailable(new IllegalStateException("made to fail"));

    assertThatThrownBy(() -> watchLater(with(broken(sale, down)))).isSameAs(down);

    assertThat(stored(subject).isStale()).isFalse();
  }

  @Test
  void aSaleFollowsTheOwnersConnectionAtItsSystemAndAtNoOther() {
    TicketingService service = with(near.provider());
    UserId owner = aUserId();
    Subject alone = aSubject();
    Subject followed = aSubject();
    ConnectionId elsewhere = connect(owner, far);
    house.unitOfWork().run(() -> setUp(service, alone, owner, onSale(near)));
    assertThat(stored(alone).connection()).isEmpty();

    ConnectionId own = connect(owner, near);
    house.unitOfWork().run(() -> setUp(service, followed, owner, onSale(near)));

    assertThat(own).isNotEqualTo(elsewhere);
    assertThat(stored(followed).connection()).contains(own);
  }

  private ConnectionId connect(UserId owner, FakeTicketing shop) {
    TicketingConnection made =
        new TicketingConnection(
            new ConnectionId(UUID.randomUUID()),
            owner,
            shop.provider().id(),
            Secret.of("secret-of-a-connection"),
            house.clock().instant());
    return house.unitOfWork().write(() -> house.ticketing().connections().put(made)).id();
  }

  @Test
  void aJobForTicketsThatAreNoneDoesNothing() {
    TicketingService service = with(near.provider());
    Subject subject = aSubject();
    house.unitOfWork().run(() -> service.add(subject, aUserId()));

    service.jobs().get(0).work().accept(subject.id());
    service.jobs().get(0).work().accept(aSubject().id());

    assertThat(stored(subject).status()).isEqualTo(TicketingStatus.NONE);
    assertThat(told).isEmpty();
  }

  @Test
  void whatNeverHadTicketsHasNone() {
    assertThat(with(near.provider()).none(house.clock().instant()))
        .isEqualTo(
            new TicketingView(
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                house.clock().instant()));
  }

  @Test
  void whatNobodyAddedHasNoTicketsToSetUp() {
    TicketingService service = with(near.provider());

    assertThatThrownBy(() -> house.unitOfWork().run(() -> service.enable(aSubject())))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(CommonError.NOT_FOUND));
  }
}
