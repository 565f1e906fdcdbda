package dev.stagedoor.domain.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** News of a sale in any order, and as often as anybody likes. */
class TicketedEventPropertyTest {
  private static final ProviderRef SALE = new ProviderRef(new ProviderId("shop"), "42");
  private static final Subject SUBJECT = new Subject("thing", new UUID(1, 1));
  private static final Instant NOW = Samples.NOW;

  private record News(SaleStatus status, int second) {
    Instant at() {
      return NOW.plusSeconds(second);
    }
  }

  /** Where tickets stand, as far as news decides it. */
  private record End(
      TicketingStatus status,
      @Nullable SaleStatus told,
      @Nullable Instant toldAt,
      boolean wasLive) {
    static End of(TicketedEvent tickets) {
      TicketedEvent.Snapshot end = tickets.snapshot();
      return new End(end.status(), end.told(), end.toldAt(), end.wasLive());
    }
  }

  /** What was known of the sale before: nothing, or what a look saw. */
  private enum Before {
    NOTHING(tickets -> {}),
    SEEN_DRAFT(tickets -> tickets.seen(offer(SaleStatus.DRAFT), NOW.plusSeconds(2))),
    SEEN_LIVE(tickets -> tickets.seen(offer(SaleStatus.LIVE), NOW.plusSeconds(2))),
    SEEN_GONE(tickets -> tickets.seen(Optional.empty(), NOW.plusSeconds(2))),
    SEEN_TO_STOP(
        tickets -> {
          tickets.seen(offer(SaleStatus.LIVE), NOW.plusSeconds(1));
          tickets.seen(offer(SaleStatus.INACTIVE), NOW.plusSeconds(2));
        });

    private final Consumer<TicketedEvent> happened;

    Before(Consumer<TicketedEvent> happened) {
      this.happened = happened;
    }
  }

  private static Optional<TicketOffer> offer(SaleStatus status) {
    return Optional.of(
        new TicketOffer(
            SALE,
            "Night of the Prams",
            status,
            Optional.empty(),
            Optional.empty(),
            new TicketEmbed(
                URI.create("https://shop.example.org/42"),
                URI.create("https://shop.example.org/42/widget"))));
  }

  @Provide
  Arbitrary<List<News>> news() {
    return Combinators.combine(
            Arbitraries.of(SaleStatus.class), Arbitraries.integers().between(0, 4))
        .as(News::new)
        .list()
        .ofMaxSize(6);
  }

  private static TicketedEvent linked(Before before) {
    TicketedEvent tickets = TicketedEvent.without(SUBJECT, Samples.aUserId(), NOW);
    tickets.enable(SALE.provider(), NOW);
    tickets.link(SALE, Optional.empty(), NOW);
    before.happened.accept(tickets);
    return tickets;
  }

  private static End after(Before before, List<News> story) {
    TicketedEvent tickets = linked(before);
    story.forEach(news -> tell(tickets, news));
    return End.of(tickets);
  }

  private static void tell(TicketedEvent tickets, News news) {
    TicketingStatus stood = tickets.status();
    var told = tickets.told(Optional.of(news.status()), Optional.empty(), news.at(), NOW);
    assertThat(told).hasSize(stood == tickets.status() ? 0 : 1);
  }

  @Property(tries = 60)
  void everyOrderEndsInTheSamePlace(@ForAll("news") List<News> story, @ForAll Before before) {
    End end = after(before, story);

    for (List<News> order : orders(story)) {
      assertThat(after(before, order)).as("%s", order).isEqualTo(end);
    }
  }

  private static List<List<News>> orders(List<News> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<News>> all = new ArrayList<>();
    for (int first = 0; first < of.size(); first++) {
      List<News> rest = new ArrayList<>(of);
      News news = rest.remove(first);
      for (List<News> order : orders(rest)) {
        List<News> one = new ArrayList<>(List.of(news));
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
  }

  @Property
  void hearingItAllAgainAtAnyMomentChangesNothing(
      @ForAll("news") List<News> story, @ForAll Before before) {
    List<News> repeated = new ArrayList<>();
    for (int heard = 1; heard <= story.size(); heard++) {
      repeated.addAll(story.subList(0, heard));
    }

    assertThat(after(before, repeated)).isEqualTo(after(before, story));
  }

  @Property
  void theNewestSaysHowTheSaleStandsAndAnyThatItWasLive(@ForAll("news") List<News> story) {
    Optional<News> newest =
        story.stream().max(Comparator.comparing(News::second).thenComparing(News::status));
    boolean wasLive = story.stream().anyMatch(news -> news.status() == SaleStatus.LIVE);
    boolean isLive = newest.filter(news -> news.status() == SaleStatus.LIVE).isPresent();
    TicketingStatus stands =
        !wasLive
            ? TicketingStatus.SETUP
            : isLive ? TicketingStatus.ACTIVE : TicketingStatus.INACTIVE;

    assertThat(after(Before.NOTHING, story))
        .isEqualTo(
            new End(
                stands,
                newest.map(News::status).orElse(null),
                newest.map(News::at).orElse(null),
                wasLive));
  }

  @Property
  void whatIsSeenHoldsWhateverWasToldBefore(
      @ForAll("news") List<News> story, @ForAll SaleStatus seen) {
    TicketedEvent tickets = linked(Before.NOTHING);
    story.forEach(news -> tell(tickets, news));
    boolean wasLive = tickets.snapshot().wasLive() || seen == SaleStatus.LIVE;

    var unused = tickets.seen(offer(seen), NOW.plusSeconds(3));

    assertThat(tickets.told()).contains(seen);
    assertThat(tickets.status() == TicketingStatus.ACTIVE).isEqualTo(seen == SaleStatus.LIVE);
    assertThat(tickets.status() == TicketingStatus.SETUP).isEqualTo(!wasLive);
  }
}
