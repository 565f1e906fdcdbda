package dev.stagedoor.providers.pretix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.TicketingWorld;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The stand-in for pretix as the contracts arrange it, and the adapter that talks to it. */
final class PretixWorld implements TicketingWorld, AutoCloseable {
  final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  final PretixStub stub = PretixStub.start(clock);
  private final TicketCatalog patient = open(stub.config());
  private TicketCatalog catalog = patient;
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

  TicketCatalog open(PretixConfig config) {
    return Pretix.open(config, ProviderRuntime.plain().with(clock).with(new NoWaiting()))
        .ticketingProvider()
        .catalog();
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  TicketCatalog catalog() {
    return catalog;
  }

  @Override
  public ProviderRef anEvent(
      String title, SaleStatus status, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    ProviderRef event = new ProviderRef(Pretix.ID, stub.create(title, startsAt, endsAt));
    change(event, status);
    return event;
  }

  @Override
  public ProviderRef nobody() {
    return new ProviderRef(Pretix.ID, PretixStub.ORGANIZER + "/nobody");
  }

  HttpResponse<Void> visit(URI address) {
    try {
      return browser.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean shows(URI address) {
    return visit(address).statusCode() == 200;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  /** An organizer who stops a sale ends its presale; one who prepares it takes the shop offline. */
  @Override
  public void change(ProviderRef event, SaleStatus status) {
    ObjectNode shop = stub.event(event.value());
    shop.put("live", status != SaleStatus.DRAFT);
    shop.put(
        "presale_end",
        PretixStub.text(
            Optional.of(now().minusSeconds(1)).filter(end -> status == SaleStatus.INACTIVE)));
  }

  @Override
  public void changeToSomethingNew(ProviderRef event) {
    stub.event(event.value()).put("live", "soon");
  }

  @Override
  public void fail(FarSideFailure how) {
    if (how == FarSideFailure.SLOW) {
      PretixConfig config = stub.config();
      catalog =
          open(
              new PretixConfig(
                  config.baseUrl(), config.token(), config.webhookToken(), Duration.ofSeconds(1)));
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
