package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.TicketingWorld;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.providers.hievents.HiEventsConfig.ServiceUser;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import dev.stagedoor.providers.support.WarmUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The stand-in for Hi.Events as the contracts arrange it, and the adapter that talks to it. */
final class HiEventsWorld implements TicketingWorld, AutoCloseable {
  final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  final HiEventsStub stub = HiEventsStub.start(clock);
  private final Optional<ServiceUser> user;
  private final TicketCatalog patient;
  private TicketCatalog catalog;
  private final HttpClient browser = HttpClient.newHttpClient();

  /** Lets pauses pass at once. */
  private static final class NoWaiting implements Waiting {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public void pause(Duration pause) {
      // Passed.
    }
  }

  HiEventsWorld(Optional<ServiceUser> user) {
    this.user = user;
    patient = open(stub.config().timeout());
    catalog = patient;
  }

  private TicketCatalog open(Duration timeout) {
    HiEventsConfig config = stub.config();
    return HiEvents.open(
            new HiEventsConfig(
                config.pageUrl(),
                config.baseUrl(),
                user,
                config.webhookSecret(),
                config.connections(),
                config.crossAppPath(),
                timeout),
            ProviderRuntime.plain().with(clock).with(new NoWaiting()))
        .ticketingProvider()
        .catalog();
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  TicketCatalog catalog() {
    return catalog;
  }

  private static String word(SaleStatus status) {
    return switch (status) {
      case DRAFT -> "DRAFT";
      case LIVE -> "LIVE";
      case INACTIVE -> "ARCHIVED";
    };
  }

  @Override
  public ProviderRef anEvent(
      String title, SaleStatus status, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    String id = stub.create(title, startsAt, endsAt);
    stub.setStatus(id, word(status));
    return new ProviderRef(HiEvents.ID, id);
  }

  @Override
  public ProviderRef nobody() {
    return new ProviderRef(HiEvents.ID, "4711");
  }

  @Override
  public boolean shows(URI address) {
    try {
      return browser
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void change(ProviderRef event, SaleStatus status) {
    stub.setStatus(event.value(), word(status));
  }

  @Override
  public void changeToSomethingNew(ProviderRef event) {
    stub.setStatus(event.value(), "POSTPONED");
  }

  @Override
  public void fail(FarSideFailure how) {
    if (how == FarSideFailure.SLOW) {
      // Signed in already, so that what is slow is what the test asks.
      catalog = WarmUp.of(() -> open(Duration.ofSeconds(1)), opened -> opened.find(nobody()));
    }
    stub.fail(how);
  }

  @Override
  public void recover() {
    stub.recover();
    catalog = patient;
    clock.advance(ProviderCalls.REST.plusSeconds(60));
  }

  @Override
  public void close() {
    stub.close();
  }
}
