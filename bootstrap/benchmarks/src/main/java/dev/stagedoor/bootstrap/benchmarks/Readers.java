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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of readers, all in one thread: what they use is taken from the server on a small
 * machine, some 5 µs for each event of each reader.
 */
final class Readers implements AutoCloseable {
  /** So many connections are asked for before the thread looks what has come. */
  private static final int AT_ONCE = 64;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long RETRY_NANOS = Duration.ofMillis(200).toNanos();

  private final InetSocketAddress server;
  private final String path;
  private final Selector selector;
  private final Thread thread;
  private final List<Reader> all = new ArrayList<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Reader> waiting = new ArrayDeque<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
  private final AtomicInteger standing = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private long notBefore;
  private volatile long stoodAt;
  private volatile boolean isClosed;
  private volatile @Nullable Reception reception;
  private volatile @Nullable String why;

  private Readers(int port, String path, int count) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.path = path;
    this.selector = Selector.open();
    this.thread = new Thread(this::run, "readers");
    this.thread.setDaemon(true);
    Reader.Listener listener =
        new Reader.Listener() {
          @Override
          public void stands() {
            stoodAt = System.nanoTime();
            standing.incrementAndGet();
          }

          @Override
          public void received(int reader, long number, long nanos) {
            Reception now = reception;
            if (now != null) {
              now.received(reader, number, nanos);
            }
          }
        };
    for (int i = 0; i < count; i++) {
      all.add(new Reader(i, listener));
    }
  }

  /** Connects so many readers, and returns when all of them stand. */
  static Readers connect(int port, String path, int count)
      throws IOException, InterruptedException {
    Readers readers = new Readers(port, path, count);
    readers.thread.start();
    readers.submit(() -> readers.waiting.addAll(readers.all));
    try {
      readers.awaitAll();
      return readers;
    } catch (IllegalStateException e) {
      readers.close();
      throw e;
    }
  }

  private void submit(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  int count() {
    return all.size();
  }

  /** Notes from now on what comes there. */
  void tell(Reception other) {
    reception = other;
  }

  /** Cuts all connections at once; each reader comes back at once, and asks for what it missed. */
  void cut() {
    submit(
        () -> {
          for (Reader reader : all) {
            drop(reader);
          }
          standing.set(0);
          waiting.addAll(all);
        });
  }

  /** Returns when the last reader was answered after a cut, null while not all of them are. */
  @Nullable Long allStandSince(long cutAt) {
    boolean all = standing.get() == count();
    return all && stoodAt > cutAt ? stoodAt : null;
  }

  private void awaitAll() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (standing.get() < all.size()) {
      if (System.nanoTime() > end || !thread.isAlive()) {
        throw new IllegalStateException(
            "only " + standing + " of " + all.size() + " readers are answered, because of " + why);
      }
      Thread.sleep(5);
    }
  }

  /** Returns how many connections ended that were not cut. */
  int broken() {
    return broken.get();
  }

  @Nullable String why() {
    return why;
  }

  /** Returns what the thread has used. */
  long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
  }

  private void run() {
    try {
      while (!isClosed) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        open();
        if (waiting.isEmpty()) {
          selector.select(this::ready);
        } else if (mayOpen()) {
          selector.selectNow(this::ready);
        } else {
          selector.select(this::ready, 1);
        }
      }
    } catch (IOException e) {
      why = e.toString();
    } finally {
      all.forEach(Readers::drop);
    }
  }

  private boolean mayOpen() {
    return !waiting.isEmpty() && System.nanoTime() >= notBefore;
  }

  /** Opens some of the connections that are wanted. */
  private void open() throws IOException {
    for (int i = 0; i < AT_ONCE && mayOpen(); i++) {
      Reader reader = waiting.remove();
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      // What is cut is cut, and leaves no address behind that cannot be used for a minute.
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      reader.over(channel);
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, reader);
      try {
        if (channel.connect(server)) {
          send(key, reader, channel);
        }
      } catch (IOException e) {
        again(reader, e.toString());
      }
    }
  }

  private void send(SelectionKey key, Reader reader, SocketChannel channel) throws IOException {
    ByteBuffer request = reader.request(path);
    channel.write(request);
    if (request.hasRemaining()) {
      throw new IOException("a request did not fit into a new connection");
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  private void ready(SelectionKey key) {
    Reader reader = (Reader) key.attachment();
    SocketChannel channel = (SocketChannel) key.channel();
    if (channel != reader.channel()) {
      return;
    }
    try {
      if (key.isConnectable() && channel.finishConnect()) {
        send(key, reader, channel);
      } else if (key.isReadable()) {
        in.clear();
        int count = channel.read(in);
        long now = System.nanoTime();
        in.flip();
        if (count < 0 || !reader.take(in, now)) {
          again(reader, "the end of a stream");
        }
      }
    } catch (IOException e) {
      again(reader, e.toString());
    }
  }

  /** As browsers do, it tries again after a while. */
  private void again(Reader reader, String reason) {
    why = reason;
    broken.incrementAndGet();
    if (reader.stands()) {
      standing.decrementAndGet();
    }
    drop(reader);
    notBefore = System.nanoTime() + RETRY_NANOS;
    waiting.add(reader);
  }

  private static void drop(Reader reader) {
    try {
      SocketChannel channel = reader.channel();
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }

  @Override
  public void close() throws IOException {
    isClosed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }
}
