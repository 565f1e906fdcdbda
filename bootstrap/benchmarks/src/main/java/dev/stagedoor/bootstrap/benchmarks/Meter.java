package dev.stagedoor.bootstrap.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/** Reads, before and after a run, what everybody concerned has used. */
final class Meter {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final Database database;
  private final Server server;
  private final LongSupplier peer;
  private final Database.Work work;
  private final long serverMicros;
  private final Map<Path, Long> compilerMicros;
  private final long ownMicros;
  private final long peerMicros;
  private final long machineMicros;
  private final long nanos;

  Meter(Database database, Server server) {
    this(database, server, () -> 0);
  }

  /** Takes also what a peer has used that is no child of this program's. */
  Meter(Database database, Server server, LongSupplier peer) {
    this.database = database;
    this.server = server;
    this.peer = peer;
    work = database.work();
    serverMicros = Cpu.of(server.pid());
    compilerMicros = Cpu.ofCompilers(server.pid());
    ownMicros = own();
    peerMicros = peer.getAsLong();
    machineMicros = Cpu.ofMachine();
    nanos = System.nanoTime();
  }

  /** What was used since, all in microseconds of processor time. */
  record Used(
      long server,
      long peer,
      long compilers,
      long database,
      long generator,
      double elsewhere,
      long commits,
      long walBytes) {}

  Used read() {
    double wall = (System.nanoTime() - nanos) / 1e3 * PROCESSORS;
    long byServer = Cpu.of(server.pid()) - serverMicros;
    long byCompilers = compiling();
    Database.Work done = database.work().since(work);
    long byPeer = peer.getAsLong() - peerMicros;
    long byUs = own() - ownMicros;
    long byAll = Cpu.ofMachine() - machineMicros;
    double elsewhere = Math.max(0, (byAll - byServer - byPeer - done.cpuMicros() - byUs) / wall);
    return new Used(
        byServer,
        byPeer,
        byCompilers,
        done.cpuMicros(),
        byUs,
        elsewhere,
        done.commits(),
        done.walBytes());
  }

  /** Such threads come and go; what one used that is gone is not known. */
  private long compiling() {
    return Cpu.ofCompilers(server.pid()).entrySet().stream()
        .mapToLong(now -> now.getValue() - compilerMicros.getOrDefault(now.getKey(), 0L))
        .sum();
  }

  /** What this program has used, and each pgbench, which has ended by now. */
  private static long own() {
    return Cpu.ofAndGone(ProcessHandle.current().pid());
  }
}
