package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.ResellerSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Entitlement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TvAdminServiceTest {
  private final LivingRoom room = new LivingRoom();
  private final InMemoryStagedoor house = room.house;
  private final TvAdminService tv = house.stagedoor().tvAdmin();
  private final Actor admin = house.admin().actor();

  @Test
  void theFiguresTellWhoTriesWhoPaysAndWhoFailsTo() {
    room.signsUp();
    room.subscribes(room.signsUp(), LivingRoom.FAMILY);
    ProviderRef unpaid = room.subscribes(room.signsUp(), LivingRoom.BASIC);
    room.failsToPay(unpaid);

    TvFigures figures = tv.figures(admin);

    assertThat(figures.totalUsers()).isEqualTo(4);
    assertThat(figures.totalSubscribers()).isEqualTo(3);
    assertThat(figures.trialUsers()).isEqualTo(1);
    assertThat(figures.pastDueSubscriptions()).isEqualTo(1);
    assertThat(figures.mrr()).containsKey("USD");
    assertThat(figures.failedWebhooks()).isZero();
  }

  @Test
  void anAdminSeesAllThatExplainsWhatSomebodyMayDo() {
    Viewer john = room.signsUp();
    ProviderRef subscription = room.subscribes(john, LivingRoom.FAMILY);
    room.failsToPay(subscription);
    house
        .unitOfWork()
        .run(() -> house.tv().credits().post(List.of(ResellerSamples.aGrant(john.id(), 1_000))));

    UserView view = tv.user(admin, john.id());

    assertThat(view.account().email()).isEqualTo(john.email().value());
    assertThat(view.subscriber()).get().extracting(SubscriberView::profiles).isEqualTo(1);
    SubscriptionView paid = view.subscription().orElseThrow();
    assertThat(paid.source()).isEqualTo(Entitlement.Source.GRACE);
    assertThat(paid.status()).contains(SubscriptionStatus.PAST_DUE);
    assertThat(view.creditsBalance()).isEqualTo(1_000);
  }

  @Test
  void lookingIntoAnAccountBeginsNothing() {
    UserId family = house.aFamily().actor().userId();

    UserView view = tv.user(admin, family);

    assertThat(view.subscriber()).isEmpty();
    assertThat(view.subscription()).isEmpty();
    assertThat(view.creditsBalance()).isZero();
    assertThat(tv.figures(admin).totalSubscribers()).isZero();
  }

  @Test
  void onlyAdminsLook() {
    Viewer john = room.signsUp();

    assertRefused(CommonError.NOT_ALLOWED, () -> tv.figures(john.actor()));
    assertRefused(CommonError.NOT_ALLOWED, () -> tv.user(john.actor(), john.id()));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> tv.figures(Actor.visitor()));
    assertRefused(CommonError.NOT_FOUND, () -> tv.user(admin, new UserId(UUID.randomUUID())));
    assertThat(tv.figures(admin).mrr()).isEqualTo(Map.of());
  }
}
