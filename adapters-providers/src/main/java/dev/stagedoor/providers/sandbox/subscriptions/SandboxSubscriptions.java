package dev.stagedoor.providers.sandbox.subscriptions;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.CancelWhen;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps subscriptions at the sandbox. */
final class SandboxSubscriptions implements Subscriptions {
  private final SandboxSubscribers farSide;
  private final SandboxLine line;

  SandboxSubscriptions(SandboxSubscribers farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public SubscribeOutcome begin(SubscriptionRequest request) {
    try {
      return line.ask(() -> opened(request));
    } catch (SandboxLine.AnswerLost lost) {
      return new SubscribeOutcome.Unknown("the answer was lost");
    }
  }

  private SubscribeOutcome opened(SubscriptionRequest request) {
    if (farSide.take(request.price()).isEmpty()) {
      return new SubscribeOutcome.Refused("no_such_price");
    }
    if (request.customer().filter(one -> !farSide.isCustomer(one)).isPresent()) {
      return new SubscribeOutcome.Refused("no_such_customer");
    }
    return farSide
        .begin(request)
        .<SubscribeOutcome>map(
            session -> new SubscribeOutcome.Opened(farSide.page(session), session.id()))
        .orElseGet(() -> new SubscribeOutcome.Refused("idempotency_error"));
  }

  @Override
  public SubscriptionReading find(ProviderRef subscription) {
    try {
      return line.ask(() -> farSide.find(subscription))
          .map(SandboxSubscriptions::reading)
          .orElseGet(() -> new SubscriptionReading.Unknown("the sandbox has no such subscription"));
    } catch (SandboxLine.AnswerLost | ProviderException problem) {
      return new SubscriptionReading.Unknown("the sandbox did not answer");
    }
  }

  @Override
  public URI portal(ProviderRef customer, URI comeBack) {
    return line.tell(
        () -> {
          if (!farSide.isCustomer(customer)) {
            throw rejected("no such customer");
          }
          return farSide.openPortal(customer, comeBack);
        });
  }

  @Override
  public SubscriptionReading change(ProviderRef subscription, PlanPrice price, IdempotencyKey key) {
    return asked(
        () -> {
          Price other = farSide.take(price).orElseThrow(() -> rejected("no such price"));
          Optional<Plan> running = farSide.find(subscription).filter(plan -> !plan.isOver());
          return running.isEmpty() ? running : farSide.changeTo(subscription, other);
        });
  }

  @Override
  public SubscriptionReading cancel(ProviderRef subscription, CancelWhen when) {
    return asked(
        () ->
            switch (when) {
              case NOW -> farSide.endNow(subscription);
              case AT_PERIOD_END -> farSide.endLater(subscription);
            });
  }

  private SubscriptionReading asked(Supplier<Optional<Plan>> work) {
    try {
      return line.ask(
          () -> reading(work.get().orElseThrow(() -> rejected("no such running subscription"))));
    } catch (SandboxLine.AnswerLost lost) {
      return new SubscriptionReading.Unknown("the answer was lost");
    }
  }

  private static ProviderException rejected(String why) {
    return new ProviderException(SandboxLine.ID, Kind.REJECTED, why);
  }

  private static SubscriptionReading reading(Plan plan) {
    return status(plan.state())
        .<SubscriptionReading>map(
            status ->
                new SubscriptionReading.Known(
                    ref(plan.id()),
                    Optional.of(new SubscriptionId(plan.subscription())),
                    ref(plan.customer()),
                    ref(plan.price()),
                    status,
                    plan.paidUntil(),
                    plan.ends()))
        .orElseGet(() -> new SubscriptionReading.Unknown("the sandbox says " + plan.state()));
  }

  private static Optional<SubscriptionStatus> status(String state) {
    return switch (state) {
      case Plan.TRIALING -> Optional.of(SubscriptionStatus.TRIALING);
      case Plan.ACTIVE -> Optional.of(SubscriptionStatus.ACTIVE);
      case Plan.PAST_DUE -> Optional.of(SubscriptionStatus.PAST_DUE);
      case Plan.ENDED -> Optional.of(SubscriptionStatus.ENDED);
      default -> Optional.empty();
    };
  }

  private static ProviderRef ref(String value) {
    return new ProviderRef(SandboxLine.ID, value);
  }
}
