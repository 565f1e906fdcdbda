package dev.stagedoor.domain.subscriptions;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.OTHER_PRICE;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.PRICE;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.aSubscriptionId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the provider said, in whatever order it was heard, however often. */
class SubscriptionPropertyTest {
  private static final ProviderRef REF = ProviderRef.of("fake", "sub-1");
  private static final ProviderRef CUSTOMER = ProviderRef.of("fake", "cus-1");

  private record Answer(SubscriptionReading.Known known, Instant askedAt) {
    private boolean isUnpaid() {
      return known.status() == SubscriptionStatus.PAST_DUE
          || known.status() == SubscriptionStatus.UNPAID;
    }

    private boolean isSettled() {
      return known.status() == SubscriptionStatus.ACTIVE
          || known.status() == SubscriptionStatus.TRIALING;
    }
  }

  /** What was said, an hour after the other. */
  @Provide
  Arbitrary<List<Answer>> lives() {
    Arbitrary<SubscriptionReading.Known> readings =
        Combinators.combine(
                Arbitraries.of(SubscriptionStatus.class),
                Arbitraries.of(PRICE, OTHER_PRICE),
                Arbitraries.integers().between(1, 60),
                Arbitraries.of(true, false))
            .as(
                (status, price, days, ends) ->
                    new SubscriptionReading.Known(
                        REF,
                        Optional.empty(),
                        CUSTOMER,
                        price,
                        status,
                        NOW.plus(Duration.ofDays(days)),
                        ends));
    return readings
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(
            said -> {
              List<Answer> answers = new ArrayList<>();
              for (SubscriptionReading.Known known : said) {
                answers.add(new Answer(known, NOW.plus(Duration.ofHours(answers.size()))));
              }
              return answers;
            });
  }

  private static List<Answer> heard(List<Answer> said, long seed) {
    Random random = new Random(seed);
    List<Answer> heard = new ArrayList<>(said);
    heard.addAll(said.subList(0, random.nextInt(said.size() + 1)));
    Collections.shuffle(heard, random);
    return heard;
  }

  private static Subscription after(List<Answer> answers) {
    Subscription subscription =
        Subscription.open(aSubscriptionId(), aUserId(), PRICE, NOW.minusSeconds(60));
    answers.forEach(answer -> subscription.seen(answer.known(), answer.askedAt()));
    return subscription;
  }

  /** All but since when it is unpaid: that is when it was first heard, not when it was said. */
  private static List<Object> said(Subscription subscription) {
    Subscription.Snapshot now = subscription.snapshot();
    return List.of(
        now.status(),
        now.price(),
        Optional.ofNullable(now.ref()),
        Optional.ofNullable(now.customer()),
        Optional.ofNullable(now.paidUntil()),
        now.endsAtPeriodEnd(),
        Optional.ofNullable(now.seenAt()),
        Optional.ofNullable(now.endedAt()));
  }

  @Property(tries = 2_000)
  void anyOrderDoubledEndsInTheSameState(
      @ForAll @From("lives") List<Answer> life, @ForAll long seed) {
    Subscription inOrder = after(life);

    assertThat(said(after(heard(life, seed)))).isEqualTo(said(inOrder));
  }

  @Property(tries = 2_000)
  void itSaysTheFirstEndElseTheLastAnswer(
      @ForAll @From("lives") List<Answer> life, @ForAll long seed) {
    Subscription subscription = after(heard(life, seed));
    Answer decisive =
        life.stream()
            .filter(answer -> answer.known().status() == SubscriptionStatus.ENDED)
            .min(Comparator.comparing(Answer::askedAt))
            .orElse(life.get(life.size() - 1));

    Subscription.Snapshot now = subscription.snapshot();
    assertThat(now.status()).isEqualTo(decisive.known().status());
    assertThat(now.price()).isEqualTo(decisive.known().price());
    assertThat(now.paidUntil()).isEqualTo(decisive.known().paidUntil());
    assertThat(now.endsAtPeriodEnd()).isEqualTo(decisive.known().endsAtPeriodEnd());
    assertThat(now.seenAt()).isEqualTo(decisive.askedAt());
  }

  @Property(tries = 2_000)
  void itIsUnpaidSinceAnAnswerThatSaidSoAndNotLongerThanThatIsKnown(
      @ForAll @From("lives") List<Answer> life, @ForAll long seed) {
    Subscription.Snapshot now = after(heard(life, seed)).snapshot();

    if (now.status() == SubscriptionStatus.PAST_DUE || now.status() == SubscriptionStatus.UNPAID) {
      assertThat(life.stream().filter(Answer::isUnpaid).map(Answer::askedAt))
          .contains(now.unpaidSince());
      assertThat(now.unpaidSince()).isBeforeOrEqualTo(now.seenAt());
    } else if (now.status() != SubscriptionStatus.PAUSED
        && now.status() != SubscriptionStatus.INCOMPLETE) {
      assertThat(now.unpaidSince()).isNull();
    }
  }

  @Property(tries = 2_000)
  void heardInOrderItIsUnpaidSinceTheFirstAnswerSinceItWasPaid(
      @ForAll @From("lives") List<Answer> life) {
    Instant since = null;
    for (Answer answer : life) {
      if (answer.known().status() == SubscriptionStatus.ENDED) {
        since = null;
        break;
      }
      if (answer.isSettled()) {
        since = null;
      } else if (answer.isUnpaid() && since == null) {
        since = answer.askedAt();
      }
    }

    assertThat(after(life).snapshot().unpaidSince()).isEqualTo(since);
  }

  @Property(tries = 2_000)
  void howeverOftenItIsLookedForEachMailIsWrittenOnce(
      @ForAll @From("lives") List<Answer> life, @ForAll long seed) {
    GracePeriod grace = GracePeriod.standard();
    Subscription subscription = after(heard(life, seed));
    int mails = 0;
    for (int hour = 0; hour < 24 * 9; hour += 5) {
      Instant now = NOW.plus(Duration.ofHours(life.size() + hour));
      mails += subscription.remind(grace, now).isPresent() ? 1 : 0;
      mails += subscription.remind(grace, now).isPresent() ? 1 : 0;
    }

    assertThat(mails).isEqualTo(subscription.graceUntil(grace).isPresent() ? 3 : 0);
  }
}
