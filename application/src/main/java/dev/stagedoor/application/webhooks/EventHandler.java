package dev.stagedoor.application.webhooks;

import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.util.function.Function;

/**
 * Applies one family of provider events.
 *
 * @param prepare reads what must be read from the provider, outside any unit of work, and returns
 *     the change to make; the change runs in the unit of work that stores the delivery. Both are
 *     repeatable, and the change ignores an event that moves nothing forward.
 */
public record EventHandler<E extends ProviderEvent>(
    Class<E> family, Function<? super E, Runnable> prepare) {
  boolean handles(ProviderEvent event) {
    return family.isInstance(event);
  }

  Runnable change(ProviderEvent event) {
    return prepare.apply(family.cast(event));
  }
}
