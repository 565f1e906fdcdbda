package dev.stagedoor.application.webhooks;

import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Applies one family of provider events.
 *
 * @param asks whether {@code prepare} reads from the provider; a delivery that is known already is
 *     then not prepared
 * @param prepare reads what must be read from the provider, outside any unit of work, and returns
 *     the change to make; the change runs in the unit of work that stores the delivery. Both are
 *     repeatable, and the change ignores an event that moves nothing forward.
 */
public record EventHandler<E extends ProviderEvent>(
    Class<E> family, boolean asks, Function<? super E, Runnable> prepare) {
  /** A handler that reads from the provider before it changes anything. */
  public EventHandler(Class<E> family, Function<? super E, Runnable> prepare) {
    this(family, true, prepare);
  }

  /** A handler for events that say all there is to know. */
  public static <E extends ProviderEvent> EventHandler<E> telling(
      Class<E> family, Consumer<? super E> change) {
    return new EventHandler<>(family, false, event -> () -> change.accept(event));
  }

  boolean handles(ProviderEvent event) {
    return family.isInstance(event);
  }

  Runnable change(ProviderEvent event) {
    return prepare.apply(family.cast(event));
  }
}
