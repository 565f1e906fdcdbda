package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over connections that stay open, all from one thread, because on a small machine
 * what the generator uses is taken from the server: some 15 µs for each request.
 *
 * <p>At an open pace a latency counts from when the request was due, so that a server that stalls
 * is not spared the requests that would have come meanwhile.
 */
final class LoadGenerator {
  private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

  private final InetSocketAddress server;
  private final Traffic traffic;
  private final Pace pace;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final List<Connection> connections = new ArrayList<>();
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private long[] latencies = new long[1 << 16];
  private int answered;
  private int underWay;

  private LoadGenerator(InetSocketAddress server, Traffic traffic, Pace pace) {
    this.server = server;
    this.traffic = traffic;
    this.pace = pace;
  }

  /** Sends requests for some time, and waits for the answers to all of them. */
  static Outcome run(int port, Traffic traffic, Pace pace, Duration duration) throws IOException {
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new LoadGenerator(server, traffic, pace).run(duration);
  }

  private Outcome run(Duration duration) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < pace.connections(); i++) {
        Connection connection = new Connection(selector);
        connections.add(connection);
        idle.add(connection);
      }
      long cpu = threadCpu();
      long start = System.nanoTime();
      loop(selector, start, start + duration.toNanos());
      double seconds = (System.nanoTime() - start) / 1e9;
      long used = threadCpu() - cpu;
      return new Outcome(seconds, Latencies.of(latencies, answered), statuses, used);
    } finally {
      for (Connection connection : connections) {
        connection.channel.close();
      }
    }
  }

  private void loop(Selector selector, long start, long end) throws IOException {
    double gap = pace.isOpen() ? 1e9 / pace.perSecond() : 0;
    long sent = 0;
    while (true) {
      long now = System.nanoTime();
      boolean over = now >= end;
      while (!over && !idle.isEmpty()) {
        long due = pace.isOpen() ? start + (long) (sent * gap) : now;
        if (due > now) {
          break;
        }
        sent++;
        idle.remove().send(traffic.next(), due);
      }
      if (over && (underWay == 0 || now > end + PATIENCE)) {
        giveUp();
        return;
      }
      selector.select(Connection::onReady, 1);
    }
  }

  private void giveUp() throws IOException {
    for (Connection connection : connections) {
      if (connection.request != null) {
        connection.broke();
      }
    }
  }

  private static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void note(Traffic.Request request, int status, long due) {
    underWay--;
    statuses.merge(status, 1L, Long::sum);
    if (answered == latencies.length) {
      latencies = Arrays.copyOf(latencies, answered * 2);
    }
    latencies[answered++] = System.nanoTime() - due;
    traffic.answered(request, status);
  }

  /** One connection, which has at most one request under way. */
  private final class Connection {
    private final Selector selector;
    private final byte[] in = new byte[1 << 16];
    private SocketChannel channel;
    private Traffic.@Nullable Request request;
    private @Nullable ByteBuffer unsent;
    private long due;
    private int filled;

    Connection(Selector selector) throws IOException {
      this.selector = selector;
      this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
      SocketChannel opened = SocketChannel.open(server);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened.configureBlocking(false);
      opened.register(selector, SelectionKey.OP_READ, this);
      return opened;
    }

    void send(Traffic.Request next, long dueAt) throws IOException {
      request = next;
      due = dueAt;
      filled = 0;
      underWay++;
      ByteBuffer bytes = next.bytes().duplicate();
      try {
        channel.write(bytes);
      } catch (IOException e) {
        broke();
        return;
      }
      if (bytes.hasRemaining()) {
        unsent = bytes;
        channel.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    }

    static void onReady(SelectionKey key) {
      ((Connection) key.attachment()).ready(key);
    }

    private void ready(SelectionKey key) {
      try {
        if (key.isWritable() && unsent != null) {
          channel.write(unsent);
          if (!unsent.hasRemaining()) {
            unsent = null;
            key.interestOps(SelectionKey.OP_READ);
          }
        }
        if (key.isReadable()) {
          read();
        }
      } catch (IOException e) {
        broke();
      }
    }

    private void read() throws IOException {
      int count = channel.read(ByteBuffer.wrap(in, filled, in.length - filled));
      if (count < 0) {
        broke();
        return;
      }
      filled += count;
      Answer answer = Answer.of(in, filled);
      if (answer != null && request != null) {
        Traffic.Request done = request;
        request = null;
        note(done, answer.status(), due);
        if (answer.isLast()) {
          reconnect();
        }
        idle.add(this);
      }
    }

    void broke() {
      Traffic.Request lost = request;
      request = null;
      unsent = null;
      try {
        reconnect();
      } catch (IOException e) {
        throw new IllegalStateException("the server takes no connections any more", e);
      }
      if (lost != null) {
        note(lost, 0, due);
        idle.add(this);
      }
    }

    private void reconnect() throws IOException {
      channel.close();
      channel = connect();
    }
  }
}
