package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Readers that ask for a stream, and never read it. */
final class SlowReaders implements AutoCloseable {
  private static final String ESTABLISHED = "01";

  private final int port;
  private final List<SocketChannel> all = new ArrayList<>();
  private final Set<Integer> ports = new TreeSet<>();

  private SlowReaders(int port) {
    this.port = port;
  }

  static SlowReaders connect(int port, String path, int count) throws IOException {
    SlowReaders readers = new SlowReaders(port);
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open();
      readers.all.add(channel);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      readers.ports.add(((InetSocketAddress) channel.getLocalAddress()).getPort());
      channel.write(
          ByteBuffer.wrap(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                  .getBytes(US_ASCII)));
    }
    return readers;
  }

  /** Returns how many of the connections the server has not closed. */
  int open() throws IOException {
    int open = 0;
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] fields = line.strip().split(" +", 5);
        if (fields[3].equals(ESTABLISHED)
            && port(fields[1]) == port
            && ports.contains(port(fields[2]))) {
          open++;
        }
      }
    }
    return open;
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : all) {
      channel.close();
    }
  }
}
