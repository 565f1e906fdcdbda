package dev.stagedoor.providers.sandbox.webhooks;

import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every webhook of the far side, and the queue of those not delivered yet. Works without a poster:
 * then everything waits.
 */
public final class Deliveries {
  private static final int LONGEST_LOOK = 1000;

  private final Shelf<Delivery> deliveries;
  private final Shelf<Waiting> queue;
  private final Clock clock;
  private volatile Consumer<Delivery> listener = delivery -> {};

  /** A place in the queue; the delivery itself says the rest. */
  private record Waiting(String id) {}

  public Deliveries(SandboxMemory memory, Clock clock) {
    this.deliveries = new Shelf<>(memory, "webhooks", Delivery.class);
    this.queue = new Shelf<>(memory, "webhook-queue", Waiting.class);
    this.clock = clock;
  }

  /** Hears of every delivery that is new here. */
  void listen(Consumer<Delivery> ear) {
    listener = ear;
  }

  /** Makes deliveries of notices that have none yet. Repeating it changes nothing. */
  public void take(List<Notice> notices) {
    for (Notice notice : notices) {
      if (deliveries.find(notice.id()).isEmpty()) {
        Delivery delivery = Delivery.of(notice);
        // Queue first: a delivery that is not in the queue would never be made.
        queue.add(delivery.id(), new Waiting(delivery.id()));
        if (deliveries.add(delivery.id(), delivery)) {
          listener.accept(delivery);
        }
      }
    }
  }

  /** Returns at most {@code limit} deliveries, the newest first. */
  public List<Delivery> newest(int limit) {
    return deliveries.newest(limit);
  }

  public Optional<Delivery> find(String id) {
    return deliveries.find(id);
  }

  /** Wants a delivery made once more, unchanged; empty when there is none. */
  Optional<Delivery> again(String id) {
    if (deliveries.find(id).isEmpty()) {
      return Optional.empty();
    }
    queue.add(id, new Waiting(id));
    return deliveries
        .change(id, delivery -> delivery.again(clock.instant()))
        .map(Shelf.Change::after);
  }

  List<String> waiting() {
    return queue.newestIds(LONGEST_LOOK);
  }

  /**
   * Claims a due delivery for one attempt, which is noted before it is made. Empty when it is not
   * due: another instance has it, or its time has not come.
   */
  Optional<Delivery> claim(String id, Duration lease) {
    Instant now = clock.instant();
    Optional<Delivery> claimed =
        deliveries
            .change(id, delivery -> delivery.isDue(now) ? delivery.attempted(now, lease) : delivery)
            .filter(change -> !change.after().equals(change.before()))
            .map(Shelf.Change::after);
    if (claimed.isEmpty()) {
      leaveQueue(id);
    }
    return claimed;
  }

  /** Notes what came of an attempt. */
  Optional<Delivery> settle(String id, Attempt attempt) {
    Instant now = clock.instant();
    Optional<Delivery> settled =
        deliveries.change(id, delivery -> attempt.noteOn(delivery, now)).map(Shelf.Change::after);
    leaveQueue(id);
    return settled;
  }

  private void leaveQueue(String id) {
    if (deliveries.find(id).filter(delivery -> !delivery.isPending()).isPresent()) {
      queue.forget(id);
    }
  }

  /** What came of posting once. */
  @FunctionalInterface
  interface Attempt {
    Delivery noteOn(Delivery delivery, Instant now);
  }
}
