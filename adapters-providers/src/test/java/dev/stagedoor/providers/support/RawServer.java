package dev.stagedoor.providers.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as no decent server does: each connection in turn by the next of its behaviours. */
final class RawServer implements AutoCloseable {
  interface Behaviour {
    void on(Socket connection) throws Exception;
  }

  final List<String> requests = new CopyOnWriteArrayList<>();
  final CountDownLatch hungUp = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket socket;
  private final List<Behaviour> behaviours;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();

  RawServer(Behaviour... behaviours) throws IOException {
    this.behaviours = List.of(behaviours);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        int number = connections.getAndIncrement();
        Behaviour behaviour = behaviours.get(Math.min(number, behaviours.size() - 1));
        threads.execute(() -> serve(connection, behaviour));
      }
    } catch (IOException e) {
      threads.shutdown();
    }
  }

  private void serve(Socket connection, Behaviour behaviour) {
    try (connection) {
      requests.add(readHead(connection.getInputStream()));
      behaviour.on(connection);
    } catch (Exception e) {
      hungUp.countDown();
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("gone");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  static Behaviour says(String answer) {
    return connection -> {
      connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
      connection.shutdownOutput();
    };
  }

  static Behaviour ok(String body) {
    return says(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  /** Breaks the connection with a reset. */
  static Behaviour resets() {
    return connection -> {
      connection.setSoLinger(true, 0);
      connection.close();
    };
  }

  /** Says this, and then nothing, until the caller hangs up. */
  Behaviour saysAndIsSilent(String beginning) {
    return connection -> {
      connection.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
      while (connection.getInputStream().read() >= 0) {
        // What still comes is of no interest.
      }
      hungUp.countDown();
    };
  }

  /** Says this, and then one byte now and then, for ever. */
  Behaviour drips(String beginning) {
    return connection -> {
      OutputStream out = connection.getOutputStream();
      out.write(beginning.getBytes(StandardCharsets.UTF_8));
      drips
          .scheduleAtFixedRate(
              () -> {
                try {
                  out.write('x');
                  out.flush();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              },
              0,
              10,
              TimeUnit.MILLISECONDS)
          .get();
    };
  }

  boolean wasHungUp() throws InterruptedException {
    return hungUp.await(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    drips.shutdownNow();
    socket.close();
    threads.shutdownNow();
  }
}
