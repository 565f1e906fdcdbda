package dev.stagedoor.persistence.live;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.persistence.tx.Connections;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Feeds the readers of this instance from one relay, which starts with the first of them. */
@Singleton
final class PostgresLiveFeed implements LiveFeed {
  private static final long LONGEST_WAIT_MILLIS = 2000;

  private final Connections connections;
  private final LiveLog log;
  private final DSLContext sql;
  private final JdbcUnitOfWork work;
  private @Nullable LiveRelay relay;

  PostgresLiveFeed(Connections connections, LiveLog log, DSLContext sql, JdbcUnitOfWork work) {
    this.connections = connections;
    this.log = log;
    this.sql = sql;
    this.work = work;
  }

  @Override
  public Subscription subscribe(Consumer<Entry> reader) {
    return relay().add(reader);
  }

  @Override
  public Optional<List<Entry>> since(Subject channel, String place) {
    long seq;
    try {
      seq = Long.parseLong(place);
    } catch (NumberFormatException notAPlace) {
      return Optional.empty();
    }
    if (!work.read(() -> log.canBeResumedFrom(sql, seq))) {
      return Optional.empty();
    }
    // What is committed by now is told by now. Where a long transaction holds that up, the rest
    // reaches the reader by its subscription; only the place itself must have been told here.
    LiveRelay started = relay();
    started.awaits(work.read(() -> log.newest(sql)), LONGEST_WAIT_MILLIS);
    long told = started.cursor();
    return told < seq
        ? Optional.empty()
        : Optional.of(work.read(() -> log.of(sql, channel, seq, told)));
  }

  private synchronized LiveRelay relay() {
    if (relay == null) {
      relay = LiveRelay.start(connections.lasting(), log);
    }
    return relay;
  }

  @PreDestroy
  synchronized void close() {
    if (relay != null) {
      relay.close();
    }
  }
}
