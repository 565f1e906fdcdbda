package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.providers.support.NamedStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands over what is read, a batch at a time, while no time is counted. */
final class Batches<T> {
  private final NamedStreams.Visit visit;
  private final Consumer<List<T>> each;
  private final int most;
  private List<T> batch = new ArrayList<>(PlaylistSource.BATCH);
  private int count;

  /** What a consumer threw, on its way out. */
  static final class ConsumerThrew extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final RuntimeException thrown;

    private ConsumerThrew(RuntimeException thrown) {
      super("a consumer threw", thrown, false, false);
      this.thrown = thrown;
    }

    RuntimeException thrown() {
      return thrown;
    }
  }

  /**
   * @param most how many are taken at most
   */
  Batches(NamedStreams.Visit visit, Consumer<List<T>> each, int most) {
    this.visit = visit;
    this.each = each;
    this.most = most;
  }

  void add(T one) {
    if (count == most) {
      throw PlaylistException.tooLarge("more than " + most + " entries");
    }
    count++;
    batch.add(one);
    if (batch.size() == PlaylistSource.BATCH) {
      flush();
    }
  }

  /** Hands over what is left. */
  void flush() {
    if (batch.isEmpty()) {
      return;
    }
    List<T> full = List.copyOf(batch);
    batch = new ArrayList<>(PlaylistSource.BATCH);
    visit.aside(
        () -> {
          try {
            each.accept(full);
          } catch (RuntimeException e) {
            throw new ConsumerThrew(e);
          }
        });
  }

  int count() {
    return count;
  }
}
