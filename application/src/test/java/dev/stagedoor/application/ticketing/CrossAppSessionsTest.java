package dev.stagedoor.application.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.CrossAppUse.Action;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What tokens and references are good for, and for how long. */
class CrossAppSessionsTest extends CrossAppScene {
  private static final Secret NOBODYS = Secret.of("nobodys");

  private void later(Duration time) {
    house.clock().advance(time);
  }

  /** Asserts that a use is refused like any other, and that this was written down. */
  private void assertInvalid(Action action, Optional<UserId> known, ThrowingCallable use) {
    int before = written().size();
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(TicketingError.CROSS_APP_SESSION_INVALID);
              assertThat(refused.facts()).isEmpty();
              assertThat(refused.faults()).isEmpty();
              assertThat(refused).hasMessage("CROSS_APP_SESSION_INVALID");
            });
    assertThat(written()).hasSize(before + 1);
    assertThat(last().action()).isEqualTo(action);
    assertThat(last().refusal()).contains("CROSS_APP_SESSION_INVALID");
    assertThat(last().user()).isEqualTo(known);
    assertThat(last().session().isPresent()).isEqualTo(known.isPresent());
    assertThat(last().address()).isEqualTo(SHOP);
  }

  @Test
  void whateverIsWrongWithATokenTheAnswerIsTheSame() {
    assertInvalid(Action.VALIDATE, Optional.empty(), () -> crossApp.validate(NOBODYS, SHOP));

    CrossAppTicket used = ticket(organiser);
    Secret reference = reference(used);
    assertInvalid(Action.VALIDATE, organiser.user(), () -> crossApp.validate(used.token(), SHOP));
    assertInvalid(Action.VALIDATE, Optional.empty(), () -> crossApp.validate(reference, SHOP));

    CrossAppTicket late = ticket(organiser);
    later(Duration.ofMinutes(15));
    assertInvalid(Action.VALIDATE, organiser.user(), () -> crossApp.validate(late.token(), SHOP));
  }

  @Test
  void whateverIsWrongWithAReferenceTheAnswerIsTheSame() {
    CrossAppTicket ticket = ticket(organiser);
    assertNoReference(Optional.empty(), NOBODYS);
    assertNoReference(Optional.empty(), ticket.token());

    Secret reference = reference(ticket);
    later(Duration.ofMinutes(15));
    assertNoReference(organiser.user(), reference);
  }

  private void assertNoReference(Optional<UserId> known, Secret reference) {
    assertInvalid(Action.ACCOUNTS, known, () -> crossApp.accounts(reference, SHOP));
    assertInvalid(
        Action.PERMISSION,
        known,
        () -> may(reference, "events.view", Optional.empty(), Optional.empty()));
    assertThat(last().detail()).isEqualTo("events.view");
  }

  @ParameterizedTest
  @EnumSource(value = AccountStatus.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void whoeverMayNotSignInAnyMoreIsRefusedLikeABadToken(AccountStatus status) {
    CrossAppTicket own = ticket(organiser);
    CrossAppTicket onBehalf = ticketFor(admin, organiser);
    Secret reference = reference(ticket(organiser));
    become(organiser, status, Role.USER);

    assertInvalid(Action.VALIDATE, organiser.user(), () -> crossApp.validate(own.token(), SHOP));
    assertInvalid(Action.VALIDATE, admin.user(), () -> crossApp.validate(onBehalf.token(), SHOP));
    assertNoReference(organiser.user(), reference);

    become(organiser, AccountStatus.ACTIVE, Role.USER);
    assertThatCode(() -> crossApp.validate(own.token(), SHOP)).doesNotThrowAnyException();
  }

  @Test
  void whoeverIsNoAdminAnyMoreActsForNobodyElse() {
    Actor another = stranger;
    become(another, AccountStatus.ACTIVE, Role.ADMIN);
    Actor promoted = house.account(another.userId()).actor();
    CrossAppTicket onBehalf = ticketFor(promoted, organiser);
    CrossAppTicket own = ticket(promoted);
    become(another, AccountStatus.ACTIVE, Role.USER);

    assertInvalid(Action.VALIDATE, another.user(), () -> crossApp.validate(onBehalf.token(), SHOP));
    assertThatCode(() -> crossApp.validate(own.token(), SHOP)).doesNotThrowAnyException();
  }

  @Test
  void ofManyWhoExchangeOneTokenOneWins() {
    CrossAppTicket ticket = ticket(organiser);

    List<String> answers =
        Race.of(
            32,
            () -> {
              try {
                return crossApp.validate(ticket.token(), SHOP).user().email();
              } catch (DomainException refused) {
                return refused.code() + " " + refused.facts();
              }
            });

    assertThat(answers).filteredOn(view(organiser).email()::equals).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.equals("CROSS_APP_SESSION_INVALID {}"))
        .hasSize(31);
    assertThat(written()).filteredOn(use -> use.action() == Action.VALIDATE).hasSize(32);
    assertThat(written()).filteredOn(use -> use.refusal().isPresent()).hasSize(31);
  }

  @Test
  void aReferenceIsGoodForLongerAfterEachUseButNotForEver() {
    Secret reference = reference(ticket(organiser));

    for (int use = 0; use < 48; use++) {
      later(Duration.ofMinutes(10).minusMillis(1));
      assertThat(crossApp.accounts(reference, SHOP)).hasSize(1);
    }
    later(Duration.ofMillis(48));

    assertNoReference(organiser.user(), reference);
  }

  @ParameterizedTest
  @CsvSource({
    "ORGANISER, events.view, none, organiser",
    "ORGANISER, events.view, own, organiser",
    "ORGANISER, events.view, foreign, viewer",
    "ORGANISER, events.view, unknown,",
    "ORGANISER, events.create, none, organiser",
    "ORGANISER, events.create, own, organiser",
    "ORGANISER, events.create, foreign,",
    "ORGANISER, events.manage, none, organiser",
    "ORGANISER, events.manage, own, organiser",
    "ORGANISER, events.manage, foreign,",
    "ORGANISER, events.manage, unknown,",
    "ORGANISER, ticketing.manage, none, organiser",
    "ORGANISER, ticketing.manage, own, organiser",
    "ORGANISER, ticketing.manage, foreign,",
    "ORGANISER, ticketing.manage, unknown,",
    "ORGANISER, tickets.manage, own,",
    "ORGANISER, TICKETING.MANAGE, own,",
    "ORGANISER, '', own,",
    "ADMIN, events.view, foreign, admin",
    "ADMIN, events.create, none, admin",
    "ADMIN, events.manage, foreign, admin",
    "ADMIN, ticketing.manage, own, admin",
    "ADMIN, ticketing.manage, foreign, admin",
    "ADMIN, ticketing.manage, unknown,",
    "ADMIN, everything, none,",
  })
  void theShopIsToldWhatTheyMay(String who, String permission, String about, String role) {
    Actor actor = who.equals("ADMIN") ? admin : organiser;
    Secret reference = reference(ticket(actor));
    TicketedEventId foreign = office.ticketsOf(office.planBy(stranger, "Wheelbarrows"));
    Optional<TicketedEventId> asked =
        switch (about) {
          case "none" -> Optional.empty();
          case "own" -> Optional.of(event);
          case "foreign" -> Optional.of(foreign);
          default -> Optional.of(new TicketedEventId(UUID.randomUUID()));
        };

    Permission answer = may(reference, permission, Optional.empty(), asked);

    assertThat(answer).isEqualTo(new Permission(role != null, Optional.ofNullable(role)));
    assertThat(last().refusal())
        .isEqualTo(role == null ? Optional.of("NOT_ALLOWED") : Optional.empty());
    assertThat(last().detail()).isEqualTo(permission);
    assertThat(last().event()).isEqualTo(asked);
  }

  @Test
  void whatIsAskedForAnAccountThatIsNotTheSessionsIsAllowedToNobody() {
    Secret own = reference(ticket(organiser));
    Secret onBehalf = reference(ticketFor(admin, organiser));

    assertThat(may(own, "events.view", organiser.user(), Optional.empty()).allowed()).isTrue();
    assertThat(may(own, "events.view", stranger.user(), Optional.empty()).allowed()).isFalse();
    assertThat(last().account()).isEqualTo(stranger.user());
    assertThat(may(onBehalf, "events.view", admin.user(), Optional.empty()).allowed()).isTrue();
    assertThat(may(onBehalf, "events.view", organiser.user(), Optional.empty()).allowed()).isTrue();
    assertThat(may(onBehalf, "events.view", stranger.user(), Optional.empty()))
        .isEqualTo(new Permission(false, Optional.empty()));
  }

  @Test
  void anAnswerThatIsNoIsAUseLikeAnyOther() {
    Secret reference = reference(ticket(organiser));
    later(Duration.ofMinutes(10));

    assertThat(may(reference, "anything", Optional.empty(), Optional.empty()).allowed()).isFalse();

    later(Duration.ofMinutes(10));
    assertThat(crossApp.accounts(reference, SHOP)).hasSize(1);
  }

  @Test
  void whoeverKnowsTheSecretIsTheShop() {
    crossApp.mustBeTicketing(
        Optional.of(InMemoryStagedoor.TICKETING_SECRET), Action.VALIDATE, SHOP);

    assertThat(written()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void whoeverDoesNotIsRefusedAndWrittenDown(Action action) {
    for (Optional<Secret> wrong :
        List.of(
            Optional.<Secret>empty(),
            Optional.of(Secret.of("")),
            Optional.of(Secret.of("wrong")))) {
      assertNotTicketing(crossApp, wrong, action);
    }
    assertThat(written())
        .hasSize(3)
        .allSatisfy(
            use -> {
              assertThat(use.action()).isEqualTo(action);
              assertThat(use.refusal()).contains("CROSS_APP_SECRET_WRONG");
              assertThat(use.address()).isEqualTo(SHOP);
            });
  }

  private static void assertNotTicketing(
      CrossAppService service, Optional<Secret> secret, Action action) {
    assertThatThrownBy(() -> service.mustBeTicketing(secret, action, SHOP))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(TicketingError.CROSS_APP_SECRET_WRONG);
              assertThat(refused.facts()).isEmpty();
            });
  }

  @Test
  void anyOfSeveralSecretsDoesAndOfNoneNobodys() {
    Secret old = Secret.of("the-old-one");
    Secret fresh = Secret.of("the-new-one");
    CrossAppService both = with(old, fresh);

    both.mustBeTicketing(Optional.of(old), Action.VALIDATE, SHOP);
    both.mustBeTicketing(Optional.of(fresh), Action.VALIDATE, SHOP);
    assertThat(written()).isEmpty();

    assertNotTicketing(with(), Optional.of(old), Action.VALIDATE);
    assertNotTicketing(with(Secret.of(" ")), Optional.of(Secret.of(" ")), Action.VALIDATE);
  }

  @Test
  void theRecordIsForAdminsTheNewestFirst() {
    reference(ticket(organiser));

    assertThat(crossApp.uses(admin, PageRequest.first()).items())
        .extracting(CrossAppUse::action)
        .containsExactly(Action.VALIDATE, Action.GENERATE);
    assertThatThrownBy(() -> crossApp.uses(organiser, PageRequest.first()))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(CommonError.NOT_ALLOWED));
  }

  @Test
  void whatIsOverIsForgottenAndItsRecordLater() {
    ticket(organiser);
    Duration over = Duration.ofMinutes(15).plus(Duration.ofDays(1));
    later(over);
    clean();
    assertThat(sessions()).hasSize(1);
    later(Duration.ofMillis(1));
    clean();
    assertThat(sessions()).isEmpty();

    later(Duration.ofDays(90).minus(over).minusMillis(1));
    clean();
    assertThat(written()).hasSize(1);
    later(Duration.ofMillis(1));
    clean();
    assertThat(written()).isEmpty();
  }

  private void clean() {
    assertThat(crossApp.cleaning().every()).isEqualTo(Duration.ofHours(1));
    crossApp.cleaning().work().run();
  }
}
