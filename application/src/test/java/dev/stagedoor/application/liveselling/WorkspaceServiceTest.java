package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkspaceServiceTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final WorkspaceService workspaces = house.stagedoor().workspaces();
  private final InMemoryStagedoor.Person ada = house.aFamily().person();
  private final Actor admin = house.admin().actor();
  private final WorkspaceId workspace = open("Ada's");

  private WorkspaceId open(String name) {
    return new WorkspaceId(workspaces.create(ada.actor(), name, Optional.empty()).id());
  }

  private WorkspaceView rename(Actor actor, String name) {
    return workspaces.change(
        actor, workspace, Optional.of(name), Optional.empty(), Optional.empty());
  }

  private WorkspaceView upgrade(Actor actor) {
    return workspaces.change(
        actor, workspace, Optional.empty(), Optional.empty(), Optional.of(Plan.PRO));
  }

  private WorkspaceView invite(Actor actor, EmailAddress email) {
    return workspaces.addMember(actor, workspace, email, Language.DE);
  }

  private List<String> membersOf(WorkspaceView view) {
    return view.members().stream().map(WorkspaceView.Member::email).toList();
  }

  @Test
  void whoOpensAWorkspaceOperatesItOnTheFreePlan() {
    WorkspaceView view = workspaces.get(ada.actor(), workspace);

    assertThat(view.name()).isEqualTo("Ada's");
    assertThat(view.plan()).isEqualTo("free");
    assertThat(view.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(membersOf(view)).containsExactly(ada.email().value());
    assertThat(workspaces.create(ada.actor(), "Euros", Optional.of(EUR)).currency()).isEqualTo(EUR);
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> workspaces.create(Actor.visitor(), "Mine", Optional.empty()));
  }

  @Test
  void peopleSeeTheirOwnAndAdminsSeeAll() {
    Actor bob = house.aFamily().actor();
    var his = workspaces.create(bob, "Bob's", Optional.empty());

    assertThat(workspaces.list(bob, PageRequest.first()).items()).containsExactly(his);
    assertThat(workspaces.list(admin, PageRequest.first()).total()).isEqualTo(2);
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> workspaces.list(Actor.visitor(), PageRequest.first()));
  }

  @Test
  void operatorsChangeNameAndCurrencyAndAdminsThePlan() {
    assertThat(rename(ada.actor(), "Ada & Co").name()).isEqualTo("Ada & Co");
    assertThat(
            workspaces
                .change(
                    ada.actor(), workspace, Optional.empty(), Optional.of(EUR), Optional.empty())
                .currency())
        .isEqualTo(EUR);
    assertRefused(CommonError.NOT_ALLOWED, () -> upgrade(ada.actor()));
    assertThat(workspaces.get(ada.actor(), workspace).plan()).isEqualTo("free");
    assertThat(upgrade(admin).plan()).isEqualTo("pro");
  }

  @Test
  void othersAreNotToldThatThereIsAWorkspace() {
    Actor stranger = house.aFamily().actor();
    UserId member = ada.actor().userId();

    for (WorkspaceId id : List.of(workspace, new WorkspaceId(UUID.randomUUID()))) {
      for (Actor actor : List.of(stranger, Actor.visitor())) {
        CommonError refusal =
            actor.isSignedIn() ? CommonError.NOT_FOUND : CommonError.NOT_SIGNED_IN;
        assertRefused(refusal, () -> workspaces.get(actor, id));
        assertRefused(
            refusal,
            () ->
                workspaces.change(
                    actor, id, Optional.of(" "), Optional.empty(), Optional.of(Plan.PRO)));
        assertRefused(
            refusal, () -> workspaces.addMember(actor, id, house.anAddress(), Language.EN));
        assertRefused(refusal, () -> workspaces.removeMember(actor, id, member));
        assertRefused(refusal, () -> workspaces.meant(actor, Optional.of(id)));
      }
    }
  }

  @Test
  void whoHasNoAccountIsInvitedToMakeOneInTheirLanguage() {
    EmailAddress email = house.anAddress();

    assertThat(membersOf(invite(ada.actor(), email)))
        .containsExactly(ada.email().value(), email.value());

    assertThat(house.mailsTo(email))
        .singleElement()
        .extracting(OutgoingMessage::content)
        .satisfies(mail -> assertThat(mail.subject()).contains("Arbeitsbereich", "Ada's"))
        .satisfies(mail -> assertThat(mail.text()).contains("/invitation?token="));
  }

  @Test
  void whoHasAnAccountIsToldOnceThatTheyAreIn() {
    InMemoryStagedoor.Person bob = house.aFamily().person();
    int before = house.mailsTo(bob.email()).size();

    invite(ada.actor(), bob.email());
    invite(ada.actor(), bob.email());

    assertThat(house.mailsTo(bob.email())).hasSize(before + 1);
    assertThat(house.mailsTo(bob.email()).get(before).content().text()).contains("Ada's", "/shows");
    assertThat(rename(bob.actor(), "Bob's now").name()).isEqualTo("Bob's now");
  }

  @Test
  void anInvitationCanBeSentAgainUntilItIsTaken() {
    EmailAddress email = house.anAddress();

    invite(ada.actor(), email);
    invite(ada.actor(), email);

    assertThat(house.mailsTo(email)).hasSize(2);
    assertThat(workspaces.get(ada.actor(), workspace).members()).hasSize(2);
  }

  @Test
  void whoIsTakenOutMeanwhileInvitesNobody() {
    InMemoryStagedoor.Person bob = house.aFamily().person();
    invite(ada.actor(), bob.email());
    EmailAddress email = house.anAddress();
    house
        .wire()
        .after(
            "Claims.set",
            () -> workspaces.removeMember(ada.actor(), workspace, bob.actor().userId()));

    assertRefused(CommonError.NOT_FOUND, () -> invite(bob.actor(), email));

    assertThat(membersOf(workspaces.get(ada.actor(), workspace)))
        .containsExactly(ada.email().value());
    assertThat(house.mailsTo(email)).isEmpty();
  }

  @Test
  void anOperatorWhoIsTakenOutIsAStrangerAndTheLastStays() {
    InMemoryStagedoor.Person bob = house.aFamily().person();
    invite(ada.actor(), bob.email());

    assertThat(membersOf(workspaces.removeMember(ada.actor(), workspace, ada.actor().userId())))
        .containsExactly(bob.email().value());

    assertRefused(CommonError.NOT_FOUND, () -> workspaces.get(ada.actor(), workspace));
    assertRefused(
        LiveSellingError.LAST_OPERATOR,
        () -> workspaces.removeMember(bob.actor(), workspace, bob.actor().userId()));
  }

  @Test
  void theOnlyWorkspaceNeedNotBeNamed() {
    assertThat(workspaces.meant(ada.actor(), Optional.empty())).isEqualTo(workspace);
    WorkspaceId second = open("Second");

    assertRefused(
        LiveSellingError.WORKSPACE_REQUIRED, () -> workspaces.meant(ada.actor(), Optional.empty()));
    assertThat(workspaces.meant(ada.actor(), Optional.of(second))).isEqualTo(second);
    assertThat(workspaces.meant(admin, Optional.of(second))).isEqualTo(second);
    assertRefused(
        LiveSellingError.WORKSPACE_REQUIRED, () -> workspaces.meant(admin, Optional.empty()));
    assertRefused(
        LiveSellingError.NO_WORKSPACE,
        () -> workspaces.meant(house.aFamily().actor(), Optional.empty()));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> workspaces.meant(Actor.visitor(), Optional.empty()));
  }

  @Test
  void whoWatchesAWorkspaceIsToldOfItsNewPlan() {
    upgrade(admin);

    assertThat(house.updates().all())
        .containsExactly(
            new LiveUpdate(
                Workspace.subject(workspace),
                "workspace.changed",
                Map.of(
                    "workspace",
                    Map.of(
                        "id", workspace.value().toString(),
                        "name", "Ada's",
                        "currency", "USD",
                        "plan", "pro"))));
  }
}
