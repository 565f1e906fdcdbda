package dev.stagedoor.application.auth;

import static dev.stagedoor.application.fake.InMemoryStagedoor.PASSWORD;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork.Crash;
import dev.stagedoor.application.memorials.CreateMemorial;
import dev.stagedoor.domain.auth.AccountLink;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccountLinkServiceTest {
  private static final Pattern LINK = Pattern.compile("\\?token=(\\S+)");
  private static final Secret NEW_PASSWORD = Secret.of("a new good password");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final AccountLinkService links = house.stagedoor().accountLinks();
  private final SessionService sessions = house.stagedoor().sessions();

  private EmailAddress anInvitedFamily() {
    EmailAddress email = house.anAddress();
    house
        .stagedoor()
        .directors()
        .createMemorial(
            house.aDirector().actor(),
            new CreateMemorial(
                "Grace Hopper",
                email,
                PersonName.parse("Ada Lovelace"),
                Phone.NONE,
                ServicePlan.empty(),
                Language.EN));
    return email;
  }

  private Secret tokenMailedTo(EmailAddress email) {
    List<OutgoingMessage> mails = house.mailsTo(email);
    Matcher link = LINK.matcher(mails.get(mails.size() - 1).content().text());
    assertThat(link.find()).isTrue();
    return Secret.of(link.group(1));
  }

  private Secret aResetFor(EmailAddress email) {
    links.forgot(email);
    return tokenMailedTo(email);
  }

  @Test
  void anInvitationLetsTheFamilySetAPasswordAndSignsItIn() {
    EmailAddress email = anInvitedFamily();
    assertRefused(AuthError.AUTH_001, () -> sessions.signIn(email, NEW_PASSWORD));

    SignedIn signedIn = links.acceptInvitation(tokenMailedTo(email), NEW_PASSWORD);

    assertThat(signedIn.account().email()).isEqualTo(email.value());
    assertThat(sessions.byToken(signedIn.tokens().accessToken()).isSignedIn()).isTrue();
  }

  @Test
  void aLinkWorksOnce() {
    Secret token = tokenMailedTo(anInvitedFamily());
    links.acceptInvitation(token, NEW_PASSWORD);

    assertRefused(
        AuthError.LINK_NOT_VALID,
        () -> links.acceptInvitation(token, Secret.of("somebody else's password")));
  }

  @Test
  void ofManyWhoUseOneLinkAtOnceExactlyOneGetsIn() {
    Secret token = tokenMailedTo(anInvitedFamily());

    List<Boolean> won =
        Race.of(
            6,
            () -> {
              try {
                links.acceptInvitation(token, NEW_PASSWORD);
                return true;
              } catch (DomainException refused) {
                assertThat(refused.code()).isIn(AuthError.LINK_IN_USE, AuthError.LINK_NOT_VALID);
                return false;
              }
            });

    assertThat(won).containsOnlyOnce(true);
  }

  @Test
  void aLinkIsOverAfterItsTime() {
    Secret invitation = tokenMailedTo(anInvitedFamily());
    house.clock().advance(AccountLink.Purpose.INVITATION.life());
    assertRefused(AuthError.LINK_NOT_VALID, () -> links.acceptInvitation(invitation, NEW_PASSWORD));

    Secret reset = aResetFor(house.aFamily().person().email());
    house.clock().advance(AccountLink.Purpose.PASSWORD_RESET.life());
    assertRefused(AuthError.LINK_NOT_VALID, () -> links.reset(reset, NEW_PASSWORD));
  }

  @Test
  void aLinkForOnePurposeDoesNotServeAnotherAndIsNotUsedUpByTrying() {
    Secret token = tokenMailedTo(anInvitedFamily());

    assertRefused(AuthError.LINK_NOT_VALID, () -> links.reset(token, NEW_PASSWORD));

    assertThat(links.acceptInvitation(token, NEW_PASSWORD)).isNotNull();
  }

  @Test
  void aPasswordThatIsNotTakenLeavesTheLinkUsable() {
    Secret token = tokenMailedTo(anInvitedFamily());

    assertRefused(
        CommonError.INVALID_VALUE, () -> links.acceptInvitation(token, Secret.of("short")));

    assertThat(links.acceptInvitation(token, NEW_PASSWORD)).isNotNull();
  }

  @Test
  void aProviderThatFailsGivesTheLinkBack() {
    Secret token = tokenMailedTo(anInvitedFamily());
    house.identities().failWith(ProviderException.Kind.UNAVAILABLE);
    assertThatThrownBy(() -> links.acceptInvitation(token, NEW_PASSWORD))
        .isInstanceOf(ProviderException.class);
    house.identities().recover();

    assertThat(links.acceptInvitation(token, NEW_PASSWORD)).isNotNull();
  }

  @Test
  void aProviderThatFailsToSignTheFamilyInGivesTheLinkBack() {
    EmailAddress email = anInvitedFamily();
    Secret token = tokenMailedTo(email);
    house
        .wire()
        .before(
            "SignIn.withPassword",
            () -> house.identities().failWith(ProviderException.Kind.UNAVAILABLE));
    assertThatThrownBy(() -> links.acceptInvitation(token, NEW_PASSWORD))
        .isInstanceOf(ProviderException.class);
    house.identities().recover();

    assertThat(links.acceptInvitation(token, NEW_PASSWORD).account().email())
        .isEqualTo(email.value());
  }

  @Test
  void aResetChangesThePasswordAndEndsEverySession() {
    InMemoryStagedoor.Person ada = house.aFamily().person();
    Secret cookie = sessions.openCookie(ada.token());

    links.reset(aResetFor(ada.email()), NEW_PASSWORD);

    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byToken(ada.token()));
    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byCookie(cookie));
    assertRefused(AuthError.AUTH_001, () -> sessions.signIn(ada.email(), PASSWORD));
    assertThat(sessions.signIn(ada.email(), NEW_PASSWORD)).isNotNull();
  }

  @Test
  void aSecondResetLinkVoidsTheFirst() {
    EmailAddress email = house.aFamily().person().email();
    Secret first = aResetFor(email);
    house.clock().advance(Duration.ofSeconds(1));
    Secret second = aResetFor(email);

    assertThat(first).isNotEqualTo(second);
    assertRefused(AuthError.LINK_NOT_VALID, () -> links.reset(first, NEW_PASSWORD));
    links.reset(second, NEW_PASSWORD);
  }

  @Test
  void anUnknownAddressGetsNoMailAndNoOtherAnswer() {
    EmailAddress nobody = house.anAddress();

    links.forgot(nobody);

    assertThat(house.mailsTo(nobody)).isEmpty();
  }

  @Test
  void aSuspendedAccountGetsNoLinkAndIsNotRevivedByAnOldOne() {
    InMemoryStagedoor.Person ada = house.aFamily().person();
    Secret before = aResetFor(ada.email());
    int mails = house.mailsTo(ada.email()).size();
    house.change(ada.actor().userId(), AccountBuilder::suspended);

    links.forgot(ada.email());
    assertThat(house.mailsTo(ada.email())).hasSize(mails);

    assertRefused(AuthError.ACCOUNT_SUSPENDED, () -> links.reset(before, NEW_PASSWORD));
    assertRefused(AuthError.ACCOUNT_SUSPENDED, () -> sessions.signIn(ada.email(), PASSWORD));
    assertRefused(AuthError.AUTH_001, () -> sessions.signIn(ada.email(), NEW_PASSWORD));
  }

  @Test
  void anInvitedFamilyThatForgotItsInvitationCanAskForAReset() {
    EmailAddress email = anInvitedFamily();

    links.reset(aResetFor(email), NEW_PASSWORD);

    assertThat(sessions.signIn(email, NEW_PASSWORD)).isNotNull();
  }

  @Test
  void aProcessThatDiedBeforeThePasswordWasSetDoesNotBurnTheLink() {
    EmailAddress email = anInvitedFamily();
    Secret token = tokenMailedTo(email);
    house.wire().before("Identities.setPassword", house::crash);
    assertThatThrownBy(() -> links.acceptInvitation(token, PASSWORD)).isInstanceOf(Crash.class);
    house.restart();
    house.clock().advance(AccountLink.LEASE);

    assertThat(links.acceptInvitation(token, NEW_PASSWORD)).isNotNull();
    assertRefused(AuthError.LINK_NOT_VALID, () -> links.acceptInvitation(token, PASSWORD));
  }

  @Test
  void aProcessThatDiedAfterThePasswordWasSetLeavesALinkThatCanBeUsedAgain() {
    EmailAddress email = anInvitedFamily();
    Secret token = tokenMailedTo(email);
    house.wire().after("Identities.setPassword", house::crash);
    assertThatThrownBy(() -> links.acceptInvitation(token, PASSWORD)).isInstanceOf(Crash.class);
    house.restart();
    house.clock().advance(AccountLink.LEASE);

    links.acceptInvitation(token, NEW_PASSWORD);

    assertThat(sessions.signIn(email, NEW_PASSWORD)).isNotNull();
    assertRefused(AuthError.AUTH_001, () -> sessions.signIn(email, PASSWORD));
  }

  @Test
  void aLinkThatWasReplacedWhileTheProviderFailedStaysReplaced() {
    EmailAddress email = house.aFamily().person().email();
    Secret first = aResetFor(email);
    house
        .wire()
        .before(
            "Identities.setPassword",
            () -> {
              links.forgot(email);
              house.identities().failWith(ProviderException.Kind.UNAVAILABLE);
            });
    assertThatThrownBy(() -> links.reset(first, NEW_PASSWORD))
        .isInstanceOf(ProviderException.class);
    house.identities().recover();

    assertRefused(AuthError.LINK_NOT_VALID, () -> links.reset(first, NEW_PASSWORD));
    links.reset(tokenMailedTo(email), NEW_PASSWORD);
    assertThat(sessions.signIn(email, NEW_PASSWORD)).isNotNull();
  }

  @Test
  void whoIsOvertakenAfterTheirTimeIsTold() {
    EmailAddress email = house.aFamily().person().email();
    Secret token = aResetFor(email);
    house
        .wire()
        .before(
            "Identities.setPassword",
            () -> {
              house.clock().advance(AccountLink.LEASE);
              links.reset(token, NEW_PASSWORD);
            });

    assertRefused(AuthError.LINK_NOT_VALID, () -> links.reset(token, PASSWORD));
  }

  @Test
  void aSecondAttemptWaitsUntilTheFirstIsOver() {
    Secret token = aResetFor(house.aFamily().person().email());
    house
        .wire()
        .before(
            "Identities.setPassword",
            () -> {
              assertRefused(AuthError.LINK_IN_USE, () -> links.reset(token, PASSWORD));
              house.identities().failWith(ProviderException.Kind.UNAVAILABLE);
            });
    assertThatThrownBy(() -> links.reset(token, PASSWORD)).isInstanceOf(ProviderException.class);
    house.identities().recover();

    links.reset(token, NEW_PASSWORD);
  }

  @Test
  void aProcessThatDiedAfterThePasswordWasSetLeavesAnAccountThatCanStillBeOpened() {
    EmailAddress email = anInvitedFamily();
    Secret token = tokenMailedTo(email);
    house.wire().after("Identities.setPassword", house::crash);
    assertThatThrownBy(() -> links.acceptInvitation(token, NEW_PASSWORD)).isInstanceOf(Error.class);
    house.restart();

    links.reset(aResetFor(email), NEW_PASSWORD);

    assertThat(sessions.signIn(email, NEW_PASSWORD)).isNotNull();
  }
}
