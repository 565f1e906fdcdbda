package dev.stagedoor.domain.ticketing;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrossAppSessionTest {
  private static final CrossAppSession.Terms TERMS =
      new CrossAppSession.Terms(Duration.ofMinutes(15), Duration.ofMinutes(40));
  private static final UUID ID = UUID.randomUUID();

  private final UserId user = aUserId();
  private final UserId account = aUserId();
  private final TicketedEventId event = new TicketedEventId(UUID.randomUUID());
  private final CrossAppSession issued = issued(TERMS);

  private CrossAppSession issued(CrossAppSession.Terms terms) {
    return CrossAppSession.issue(
        ID, "token", user, account, "hi.events", Optional.of(event), terms, NOW);
  }

  private static Instant minutes(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  private static void assertInvalid(ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(TicketingError.CROSS_APP_SESSION_INVALID);
              assertThat(refused.facts()).isEmpty();
              assertThat(refused.faults()).isEmpty();
            });
  }

  @Test
  void theUsualTermsAreAQuarterOfAnHourAndEightInAll() {
    assertThat(CrossAppSession.Terms.standard())
        .isEqualTo(new CrossAppSession.Terms(Duration.ofMinutes(15), Duration.ofHours(8)));
  }

  @Test
  void aSessionThatIsIssuedWaitsForItsExchange() {
    assertThat(issued)
        .isEqualTo(
            new CrossAppSession(
                ID,
                "token",
                user,
                account,
                "hi.events",
                Optional.of(event),
                NOW,
                minutes(15),
                minutes(40),
                Optional.empty(),
                Optional.empty()));
    assertInvalid(() -> issued.used(TERMS, NOW));
  }

  @Test
  void itIsExchangedOnce() {
    CrossAppSession exchanged = issued.exchangedFor("reference", TERMS, minutes(10));

    assertThat(exchanged)
        .isEqualTo(
            new CrossAppSession(
                ID,
                "token",
                user,
                account,
                "hi.events",
                Optional.of(event),
                NOW,
                minutes(25),
                minutes(40),
                Optional.of("reference"),
                Optional.of(minutes(10))));
    assertInvalid(() -> exchanged.exchangedFor("another", TERMS, minutes(10)));
  }

  @Test
  void aTokenIsGoodUntilItsTimeIsOver() {
    CrossAppSession last = issued.exchangedFor("r", TERMS, minutes(15).minusNanos(1));

    assertThat(last.referenceHash()).contains("r");
    assertInvalid(() -> issued.exchangedFor("r", TERMS, minutes(15)));
  }

  @Test
  void aReferenceIsGoodForLongerAfterEachUseButNotForEver() {
    CrossAppSession exchanged = issued.exchangedFor("r", TERMS, minutes(10));
    assertInvalid(() -> exchanged.used(TERMS, minutes(25)));

    CrossAppSession used = exchanged.used(TERMS, minutes(24));
    assertThat(used.expiresAt()).isEqualTo(minutes(39));
    assertThat(used.lastUsedAt()).contains(minutes(24));
    assertThat(used.referenceHash()).contains("r");

    CrossAppSession last = used.used(TERMS, minutes(30));
    assertThat(last.expiresAt()).isEqualTo(minutes(40));
    assertThat(last.endsAt()).isEqualTo(minutes(40));
    assertThat(last.used(TERMS, minutes(39)).expiresAt()).isEqualTo(minutes(40));
    assertInvalid(() -> last.used(TERMS, minutes(40)));
  }

  @Test
  void theMostThatItLastsHoldsForTheTokenToo() {
    CrossAppSession.Terms shorter =
        new CrossAppSession.Terms(Duration.ofMinutes(15), Duration.ofMinutes(5));

    assertThat(issued(shorter).expiresAt()).isEqualTo(minutes(5));
  }

  @ParameterizedTest
  @EnumSource(CrossAppUse.Action.class)
  void theRecordKeepsWhatCanBePrintedOfWhatWasAskedFor(CrossAppUse.Action action) {
    assertThat(use(action, "ticketing.manage").detail()).isEqualTo("ticketing.manage");
    assertThat(use(action, "x".repeat(200)).detail()).isEqualTo("x".repeat(200));
    assertThat(use(action, "x".repeat(201)).detail()).isEqualTo("x".repeat(200));
    assertThat(use(action, "a\u0000b\nc\ud83cd").detail()).isEqualTo("a?b?c?d");
    assertThat(use(action, "\ud83c\udf9f").detail()).isEqualTo("\ud83c\udf9f");
    assertThat(use(action, "x".repeat(199) + "\ud83c\udf9f").detail())
        .isEqualTo("x".repeat(199) + "?");
    assertThat(action.code()).isEqualTo(action.name().toLowerCase(Locale.ROOT));
  }

  private static CrossAppUse use(CrossAppUse.Action action, String detail) {
    return new CrossAppUse(
        ID,
        NOW,
        action,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        detail,
        "192.0.2.1");
  }
}
