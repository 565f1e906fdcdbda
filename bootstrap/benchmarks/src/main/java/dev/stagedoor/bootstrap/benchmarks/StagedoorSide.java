package dev.stagedoor.bootstrap.benchmarks;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.persistence.Persistence;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/**
 * The server. What is published is appended to the log of its database in a unit of work, as
 * another instance would; so from the commit on everything is the server's own.
 */
final class StagedoorSide implements Side {
  /** The event that is read about. */
  static final UUID READ = new UUID(0, 1);

  /** An event that nobody but the slow readers reads about. */
  private static final UUID OTHER = new UUID(0, 2);

  private static final Subject PUBLIC_EVENTS = new Subject("public_events", new UUID(0, 0));

  private final Server server;
  private final Persistence persistence;
  private final PersistencePorts ports;

  StagedoorSide(Server server, Database database) {
    this.server = server;
    this.persistence = database.persistence();
    this.ports = persistence.ports();
  }

  @Override
  public String name() {
    return "server";
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public String path() {
    return "/api/events/updates";
  }

  @Override
  public void publish(long number) {
    LiveUpdate update =
        new LiveUpdate(
            PUBLIC_EVENTS,
            Nchan.TYPE,
            Map.of("eventId", READ.toString(), "number", number, "status", Nchan.STATUS));
    ports.unitOfWork().run(() -> ports.liveUpdates().publish(update));
  }

  /** Publishes, in one commit, so many updates of so many characters about the other event. */
  void publishOther(int count, int characters) {
    LiveUpdate update =
        new LiveUpdate(
            PUBLIC_EVENTS,
            Nchan.TYPE,
            Map.of("eventId", OTHER.toString(), "text", "x".repeat(characters)));
    ports
        .unitOfWork()
        .run(
            () -> {
              for (int i = 0; i < count; i++) {
                ports.liveUpdates().publish(update);
              }
            });
  }

  @Override
  public void settle() throws IOException, InterruptedException {
    Processes.collect(server.pid());
  }

  @Override
  public Memory memory() throws IOException, InterruptedException {
    return new Memory(Processes.memory(server.pid()), Processes.heap(server.pid()));
  }

  @Override
  public long cpuMicros() {
    return Cpu.of(server.pid());
  }

  /** Closes what publishes; the server goes on. */
  @Override
  public void close() {
    persistence.close();
  }
}
