package dev.stagedoor.providers.stripe;

import com.stripe.model.checkout.Session;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PageReading;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import org.jspecify.annotations.Nullable;

/** Tells what became of Checkout pages in the mode for subscriptions. They live 24 hours. */
final class StripeSubscribePages implements SubscribePages {
  private final StripeCalls calls;

  StripeSubscribePages(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public PageReading find(ProviderRef page) {
    try {
      String id = StripeCalls.id(page);
      return reading(
          calls.call("subscribe_page.read", stripe -> stripe.checkout().sessions().retrieve(id)));
    } catch (ProviderException problem) {
      return new PageReading.Unknown("Stripe does not know it, or did not answer");
    }
  }

  private static PageReading reading(Session known) {
    @Nullable String subscription = known.getSubscription();
    if (subscription != null) {
      return new PageReading.Subscribed(StripeCalls.ref(subscription));
    }
    return switch (String.valueOf(known.getStatus())) {
      case "open" -> new PageReading.Open();
      case "expired" -> new PageReading.Expired();
      default -> new PageReading.Unknown("it stands in a way that Stripe did not have before");
    };
  }

  @Override
  public String toString() {
    return "pages of " + calls;
  }
}
