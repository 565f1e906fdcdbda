package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.TvError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanServiceTest {
  private final LivingRoom room = new LivingRoom();
  private final InMemoryStagedoor house = room.house;
  private final PlanService plans = house.stagedoor().plans();
  private final Actor admin = house.admin().actor();

  private static final Plan.Terms BLACK_FRIDAY =
      new Plan.Terms(
          "Black Friday Special",
          Samples.usd(799),
          new Limits(5, 10, 500),
          Map.of("ads", false, "hd", true));

  private List<AuditEntry> record() {
    return house.unitOfWork().read(() -> house.auditLog().all());
  }

  private static ChangePlan called(String name) {
    return new ChangePlan(
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void theFirstPlansAreOfferedFromTheStartTheCheapestFirst() {
    assertThat(plans.offered())
        .extracting(Plan::priceId)
        .containsExactly(LivingRoom.BASIC, LivingRoom.FAMILY, LivingRoom.PREMIUM);
    assertThat(plans.offered()).extracting(Plan::credits).containsExactly(499L, 999L, 1499L);
  }

  @Test
  void startingAgainOffersNothingTwiceNorWhatWasArchived() {
    plans.archive(admin, plans.offered().get(0).id());

    house.stagedoor().prepare();

    assertThat(plans.all(admin)).hasSize(3);
    assertThat(plans.offered()).hasSize(2);
  }

  @Test
  void anAdminOffersAPlanAndItIsRecorded() {
    Plan offered = plans.offer(admin, "price_bf_2024", BLACK_FRIDAY);

    assertThat(offered.terms()).isEqualTo(BLACK_FRIDAY);
    assertThat(plans.offered()).extracting(Plan::id).contains(offered.id());
    AuditEntry entry = record().get(0);
    assertThat(entry.action()).isEqualTo("plan.offered");
    assertThat(entry.actor()).isEqualTo(admin.user());
    assertThat(entry.subject()).isEqualTo(new Subject("plan", offered.id().value()));
    assertThat(entry.before()).isEmpty();
    assertThat(entry.after())
        .containsEntry("price_monthly", "7.99 USD")
        .containsEntry("max_playlists", "10")
        .containsEntry("features", "{ads=false, hd=true}");
  }

  @Test
  void aPriceHasOnePlanThatIsOffered() {
    Plan first = plans.offer(admin, "price_bf_2024", BLACK_FRIDAY);
    assertRefused(
        TvError.PRICE_TAKEN, () -> plans.offer(admin, "price_bf_2024", TvSamples.terms("B", 1)));
    assertThat(record()).hasSize(1);

    plans.archive(admin, first.id());

    assertThat(plans.offer(admin, "price_bf_2024", BLACK_FRIDAY).id()).isNotEqualTo(first.id());
  }

  @Test
  void aChangeIsRecordedWithWhatWasBefore() {
    PlanId basic = plans.offered().get(0).id();

    Plan changed = plans.change(admin, basic, called("Starter"));

    assertThat(changed.terms().name()).isEqualTo("Starter");
    assertThat(changed.terms().limits()).isEqualTo(new Limits(2, 2, 100));
    assertThat(plans.offered().get(0).terms()).isEqualTo(changed.terms());
    AuditEntry entry = record().get(0);
    assertThat(entry.action()).isEqualTo("plan.changed");
    assertThat(entry.before()).containsEntry("name", "Basic");
    assertThat(entry.after()).containsEntry("name", "Starter");
  }

  @Test
  void aChangeThatChangesNothingIsNotRecorded() {
    Plan basic = plans.offered().get(0);

    assertThat(plans.change(admin, basic.id(), called("Basic")).version())
        .isEqualTo(basic.version());

    assertThat(record()).isEmpty();
  }

  @Test
  void theAmountOfAPlanIsFixed() {
    PlanId basic = plans.offered().get(0).id();

    assertRefused(
        CommonError.INVALID_VALUE,
        () ->
            plans.change(
                admin,
                basic,
                new ChangePlan(
                    Optional.empty(),
                    Optional.of(Samples.usd(599)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    assertThat(record()).isEmpty();
  }

  @Test
  void anArchivedPlanGoesOnForWhoHasIt() {
    Viewer john = room.signsUp();
    room.subscribes(john, LivingRoom.FAMILY);
    PlanId family = plans.offered().get(1).id();

    plans.archive(admin, family);
    plans.archive(admin, family);

    assertThat(plans.offered()).hasSize(2);
    assertThat(plans.all(admin)).hasSize(3);
    Entitlement paid = room.of(john);
    assertThat(paid.source()).isEqualTo(Entitlement.Source.SUBSCRIPTION);
    assertThat(paid.limits()).isEqualTo(new Limits(5, 5, 500));
    assertThat(record()).extracting(AuditEntry::action).containsExactly("plan.archived");
    assertThat(record().get(0).after()).containsEntry("offered", "false");
  }

  @Test
  void plansAreKeptByAdminsOnly() {
    PlanId basic = plans.offered().get(0).id();
    Actor user = room.signsUp().actor();

    assertRefused(CommonError.NOT_ALLOWED, () -> plans.all(user));
    assertRefused(CommonError.NOT_ALLOWED, () -> plans.offer(user, "price_x", BLACK_FRIDAY));
    assertRefused(CommonError.NOT_ALLOWED, () -> plans.change(user, basic, called("Mine")));
    assertRefused(CommonError.NOT_ALLOWED, () -> plans.archive(user, basic));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> plans.all(Actor.visitor()));
    assertThat(plans.offered()).hasSize(3);
  }

  @Test
  void aPlanThatIsNotThereCannotBeChanged() {
    PlanId none = new PlanId(UUID.randomUUID());

    assertRefused(CommonError.NOT_FOUND, () -> plans.change(admin, none, called("None")));
    assertRefused(CommonError.NOT_FOUND, () -> plans.archive(admin, none));
  }
}
