package dev.stagedoor.bootstrap.benchmarks;

import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.providers.iptv.Iptv;
import dev.stagedoor.providers.iptv.IptvConfig;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a playlist from a server on this machine, by the adapter that fetches those of subscribers;
 * in this very process, without a database. Beside it stands who only splits the same into lines.
 */
final class Playlists {
  static final List<String> NAMES = List.of("playlist-200000");

  private static final String PREFIX = "playlist-";
  private static final String HEADER =
      "| workload | side | entries/s | seconds | most in use KiB | live at most KiB |";
  private static final int WARM_UPS = 5;
  private static final int LOOK_EVERY = 50;

  private final String name;
  private final int entries;
  private final PlaylistSource source;
  private final URI address;

  /**
   * What one reading took.
   *
   * @param mostBytes of the heap in use at any time, with garbage
   */
  private record Reading(double seconds, long entries, long mostBytes) {}

  private Playlists(String name, PlaylistSource source, URI address) {
    this.name = name;
    this.entries = entries(name);
    this.source = source;
    this.address = address;
  }

  static boolean isNamed(String name) {
    return name.matches(PREFIX + "[1-9][0-9]{0,5}");
  }

  private static int entries(String name) {
    return Integer.parseInt(name.substring(PREFIX.length()));
  }

  /** Returns whether every entry was handed over in each run. */
  static boolean measure(Options options, String name, Path folder, Report report)
      throws IOException, InterruptedException {
    Path file = written(folder.resolve("playlist.m3u"), entries(name));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/playlist.m3u",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
          }
        });
    server.start();
    try (Iptv iptv = Iptv.open(new IptvConfig(List.of("127.0.0.1")), ProviderRuntime.plain())) {
      URI address =
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/playlist.m3u");
      return new Playlists(name, iptv.playlists(), address).measure(options, report, file);
    } finally {
      server.stop(0);
    }
  }

  private static Path written(Path file, int entries) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("#EXTM3U x-tvg-url=\"http://127.0.0.1/guide.xml\"\n");
      for (int i = 0; i < entries; i++) {
        out.write("#EXTINF:-1 tvg-id=\"channel." + i + "\" tvg-name=\"Channel " + i);
        out.write("\" tvg-logo=\"https://logos.example/" + i + ".png\" group-title=\"Group ");
        out.write(i % 200 + ", all of it\",Channel " + i + ", in high definition\n");
        out.write("http://tv.example:8080/live/somebody/a-password/" + i + ".m3u8\n");
      }
    }
    return file;
  }

  private boolean measure(Options options, Report report, Path file)
      throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      Benchmarks.say(name + ": warming up");
      parse();
      split();
    }
    List<Reading> parsed = new ArrayList<>();
    List<Reading> lines = new ArrayList<>();
    for (int repeat = 1; repeat <= options.repeats(); repeat++) {
      Bench.awaitIdle(options.idleWait());
      if (repeat % 2 == 1) {
        parsed.add(parse());
        lines.add(split());
      } else {
        lines.add(split());
        parsed.add(parse());
      }
      Benchmarks.say(name + ": " + parsed.get(repeat - 1) + ", lines: " + lines.get(repeat - 1));
    }
    long live = live();
    row(report, "stagedoor", parsed, Report.decimal(live / 1024.0, 0));
    row(report, "lines only", lines, "");
    List<Reading> wrong = parsed.stream().filter(one -> one.entries() != entries).toList();
    report.note(
        "`%s`: %d entries, %d KiB, from a server on this machine to a consumer that counts them; "
                .formatted(name, entries, Files.size(file) >> 10)
            + (wrong.isEmpty() ? "all were handed over in each run." : "entries are MISSING."));
    return wrong.isEmpty();
  }

  private void row(Report report, String side, List<Reading> its, String live) {
    report.row(
        HEADER,
        String.join(
            " | ",
            "| " + name,
            side,
            Report.range(its, one -> one.entries() / one.seconds(), 0),
            Report.range(its, Reading::seconds, 2),
            Report.range(its, one -> one.mostBytes() / 1024.0, 0),
            live + " |"));
  }

  private Reading parse() {
    long[] handed = new long[1];
    return timed(
        () -> {
          FetchOutcome outcome = source.fetch(access(), batch -> handed[0] += batch.size());
          if (outcome instanceof FetchOutcome.Failed failed) {
            throw new IllegalStateException(failed.toString());
          }
          return handed[0];
        });
  }

  /** Reads the same without understanding it. */
  private Reading split() {
    return timed(
        () -> {
          long addresses = 0;
          try (InputStream in = address.toURL().openStream();
              BufferedReader lines =
                  new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              addresses += line.startsWith("#") ? 0 : 1;
            }
          }
          return addresses;
        });
  }

  private PlaylistAccess access() {
    return new PlaylistAccess(Secret.of(address.toString()), Optional.empty(), Optional.empty());
  }

  @FunctionalInterface
  private interface Work {
    long run() throws IOException;
  }

  private static Reading timed(Work work) {
    collected();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    long entries;
    try {
      entries = work.run();
    } catch (IOException e) {
      throw new IllegalStateException("the playlist cannot be read", e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long most =
        heap().stream().map(MemoryPoolMXBean::getPeakUsage).mapToLong(MemoryUsage::getUsed).sum();
    return new Reading(seconds, entries, most);
  }

  /** Returns how much more was live at any time of a reading than before it. */
  private long live() {
    long before = collected();
    long[] most = {before};
    int[] batches = new int[1];
    FetchOutcome ignored =
        source.fetch(
            access(),
            batch -> {
              if (batches[0]++ % LOOK_EVERY == 0) {
                most[0] = Math.max(most[0], collected());
              }
            });
    return most[0] - before;
  }

  private static long collected() {
    Runtime.getRuntime().gc();
    return heap().stream()
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .toList();
  }
}
