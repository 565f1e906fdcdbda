package dev.stagedoor.application.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.FakeTicketing;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.CrossAppUse.Action;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes to the shop, and where the way leads. */
class CrossAppServiceTest extends CrossAppScene {
  private void assertNotGiven(ErrorCode code, Actor actor, ThrowingCallable asking) {
    int before = written().size();
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(
            DomainException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(sessions()).isEmpty();
    assertThat(written()).hasSize(before + 1);
    assertThat(last().action()).isEqualTo(Action.GENERATE);
    assertThat(last().refusal()).contains(code.name());
    assertThat(last().user()).isEqualTo(actor.user());
    assertThat(last().session()).isEmpty();
    assertThat(last().address()).isEqualTo(BROWSER);
  }

  @Test
  void aTicketLeadsToTheShop() {
    CrossAppTicket ticket = ticket(organiser);

    assertThat(ticket.expiresAt()).isEqualTo(house.clock().instant().plus(Duration.ofMinutes(15)));
    assertThat(ticket.redirectUrl())
        .contains(
            URI.create(
                "https://tickets.fake.test/auth/cross-app?session_token="
                    + ticket.token().reveal()));
  }

  @Test
  void onlyHashesAreKept() {
    CrossAppTicket ticket = ticketFor(organiser, organiser);
    Secret reference = reference(ticket);

    assertThat(sessions())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.tokenHash()).isEqualTo(ticket.token().sha256());
              assertThat(kept.referenceHash()).contains(reference.sha256());
              assertThat(kept.app()).isEqualTo(APP);
            });
    assertThat(reference).isNotEqualTo(ticket.token());
  }

  @Test
  void theShopLearnsWhoCameAndWhatTheyMayAndAllOfItIsWrittenDown() {
    house.clock().advance(Duration.ofSeconds(1));
    Instant now = house.clock().instant();
    CrossAppTicket ticket = ticketFor(organiser, organiser);

    CrossAppView came = crossApp.validate(ticket.token(), SHOP);

    assertThat(came)
        .isEqualTo(
            new CrossAppView(
                view(organiser),
                view(organiser),
                Optional.of(event),
                came.reference(),
                now.plus(Duration.ofMinutes(15))));
    assertThat(crossApp.accounts(came.reference(), SHOP)).containsExactly(view(organiser));
    assertThat(may(came.reference(), "ticketing.manage", Optional.empty(), Optional.of(event)))
        .isEqualTo(new Permission(true, Optional.of("organiser")));

    UUID session = sessions().get(0).id();
    assertThat(written())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .containsExactly(
            use(Action.GENERATE, session, now, APP, BROWSER),
            use(Action.VALIDATE, session, now, "", SHOP),
            use(Action.ACCOUNTS, session, now, "", SHOP),
            use(Action.PERMISSION, session, now, "ticketing.manage", SHOP));
  }

  @Test
  void anAdminGoesThereOnBehalfOfAnother() {
    Secret reference = reference(ticketFor(admin, organiser));

    assertThat(crossApp.accounts(reference, SHOP)).containsExactly(view(admin), view(organiser));
    assertThat(last().user()).isEqualTo(admin.user());
    assertThat(last().account()).isEqualTo(organiser.user());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hi.Events", "hi events", "hi_events", "hi/events", "ü"})
  void anApplicationHasASimpleName(String app) {
    assertNotGiven(
        CommonError.INVALID_VALUE,
        organiser,
        () -> crossApp.generate(organiser, app, Optional.empty(), Optional.empty(), BROWSER));
    assertThat(last().detail()).isEqualTo(app);
  }

  @Test
  void anApplicationsNameHas50CharactersAtMost() {
    assertNotGiven(
        CommonError.INVALID_VALUE,
        organiser,
        () ->
            crossApp.generate(
                organiser, "a".repeat(51), Optional.empty(), Optional.empty(), BROWSER));
    assertThatCode(
            () ->
                crossApp.generate(
                    organiser, "9.a-" + "a".repeat(46), Optional.empty(), Optional.empty(), ""))
        .doesNotThrowAnyException();
  }

  @Test
  void nobodyGoesThereForWhatIsNotTheirs() {
    assertNotGiven(
        CommonError.NOT_FOUND,
        stranger,
        () -> crossApp.generate(stranger, APP, organiser.user(), Optional.empty(), BROWSER));
    assertThat(last().account()).isEqualTo(organiser.user());
    assertNotGiven(
        CommonError.NOT_FOUND,
        stranger,
        () -> crossApp.generate(stranger, APP, Optional.empty(), Optional.of(event), BROWSER));
    assertThat(last().event()).contains(event);
    for (Actor actor : List.of(organiser, admin)) {
      assertNotGiven(
          CommonError.NOT_FOUND,
          actor,
          () ->
              crossApp.generate(
                  actor,
                  APP,
                  Optional.empty(),
                  Optional.of(new TicketedEventId(UUID.randomUUID())),
                  BROWSER));
      assertNotGiven(
          CommonError.NOT_FOUND,
          actor,
          () ->
              crossApp.generate(
                  actor,
                  APP,
                  Optional.of(new UserId(UUID.randomUUID())),
                  Optional.empty(),
                  BROWSER));
    }
    assertNotGiven(CommonError.NOT_SIGNED_IN, Actor.visitor(), () -> ticket(Actor.visitor()));
  }

  @ParameterizedTest
  @EnumSource(value = AccountStatus.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void nobodyGoesThereForAnAccountThatMayNotSignIn(AccountStatus status) {
    become(organiser, status, Role.USER);

    assertNotGiven(CommonError.NOT_FOUND, admin, () -> ticketFor(admin, organiser));
    assertNotGiven(CommonError.NOT_FOUND, organiser, () -> ticket(organiser));
  }

  @Test
  void theWayLeadsToTheSystemThatWasChosenForAnEventOrToNone() {
    office.enable();
    FakeTicketing far = new FakeTicketing("far");
    CrossAppService moved = with(TicketingProviders.only(far.provider()));

    assertThat(
            moved
                .generate(organiser, APP, Optional.empty(), Optional.of(event), BROWSER)
                .redirectUrl())
        .isEmpty();
    assertThat(
            moved
                .generate(organiser, APP, Optional.empty(), Optional.empty(), BROWSER)
                .redirectUrl())
        .isPresent();
  }
}
