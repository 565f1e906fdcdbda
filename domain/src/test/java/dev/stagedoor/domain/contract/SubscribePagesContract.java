package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.SubscriptionsContract.aSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PageReading;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import org.junit.jupiter.api.Test;

/** What every {@link SubscribePages} does. */
public interface SubscribePagesContract {
  SubscribePages pages();

  Subscriptions subscriptions();

  SubscriptionWorld world();

  private SubscribeOutcome.Opened aPage() {
    return (SubscribeOutcome.Opened) subscriptions().begin(aSubscription(world().price()));
  }

  private ProviderRef ref(SubscribeOutcome.Opened page) {
    return ref(page.session());
  }

  private ProviderRef ref(String session) {
    return new ProviderRef(world().price().ref().provider(), session);
  }

  @Test
  default void aPageNobodySubscribedOnIsOpen() {
    SubscribeOutcome.Opened page = aPage();
    world().subscribe(aPage().page());

    assertThat(pages().find(ref(page))).isEqualTo(new PageReading.Open());
  }

  @Test
  default void aPageSomebodySubscribedOnNamesTheSubscription() {
    SubscribeOutcome.Opened page = aPage();
    ProviderRef subscription = world().subscribe(page.page());

    assertThat(pages().find(ref(page))).isEqualTo(new PageReading.Subscribed(subscription));
  }

  @Test
  default void aPageWhoseTimeRanOutIsExpiredUnlessSomebodySubscribed() {
    SubscribeOutcome.Opened left = aPage();
    SubscribeOutcome.Opened used = aPage();
    ProviderRef subscription = world().subscribe(used.page());

    world().expire(left.page());
    world().expire(used.page());

    assertThat(pages().find(ref(left))).isEqualTo(new PageReading.Expired());
    assertThat(pages().find(ref(used))).isEqualTo(new PageReading.Subscribed(subscription));
  }

  @Test
  default void aPageNobodyMadeIsUnknown() {
    aPage();

    assertThat(pages().find(ref("nobody"))).isInstanceOf(PageReading.Unknown.class);
    assertThat(pages().find(ProviderRef.of("another", "nobody")))
        .isInstanceOf(PageReading.Unknown.class);
  }

  @Test
  default void aQuestionAboutAPageThatFailsIsUnknown() {
    ProviderRef page = ref(aPage());

    FailureClauses.eachIsAnOutcome(
        world(), () -> pages().find(page), reading -> reading instanceof PageReading.Unknown);
    assertThat(pages().find(page)).isEqualTo(new PageReading.Open());
  }
}
