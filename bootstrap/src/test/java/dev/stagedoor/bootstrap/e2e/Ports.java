package dev.stagedoor.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Ports for servers that listen some time after they were given one. They lie below those that the
 * computer gives to whoever wants just any, and each process that runs tests has a block of its
 * own, until it ends.
 */
final class Ports {
  private static final int LOWEST = 20_000;
  private static final int BLOCKS = 24;
  private static final int PORTS_OF_EACH = 500;

  /** A byte for each block, locked by whoever has it. */
  private static final Path LOCKS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "stagedoor-test-ports-" + System.getProperty("user.name"));

  private static final FileLock BLOCK = block();

  private static int given;

  private Ports() {}

  private static FileLock block() {
    try {
      FileChannel locks =
          FileChannel.open(LOCKS, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      for (int block = 0; block < BLOCKS; block++) {
        FileLock lock = locks.tryLock(block, 1, false);
        if (lock != null) {
          return lock;
        }
      }
      throw new IllegalStateException("others have all the ports; see " + LOCKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns one at which nobody listens, and which was not given away lately. */
  static synchronized int next() throws IOException {
    while (true) {
      int port = LOWEST + (int) BLOCK.position() * PORTS_OF_EACH + given++ % PORTS_OF_EACH;
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket unused = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return true;
    } catch (BindException taken) {
      return false;
    }
  }
}
