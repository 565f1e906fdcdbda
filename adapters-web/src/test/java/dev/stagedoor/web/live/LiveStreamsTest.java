package dev.stagedoor.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveStreamsTest {
  private static final Subject CHANNEL = new Subject("memorial", UUID.randomUUID());
  private static final int LIMIT = 8;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final DefaultEventExecutorGroup loops = new DefaultEventExecutorGroup(4);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Log log = new Log();

  private LiveHub hub;
  private LiveStreams streams;

  @BeforeEach
  void start() {
    start(LIMIT);
  }

  private void start(int queue) {
    if (hub != null) {
      hub.stop();
    }
    LiveSettings settings = new LiveSettings(Duration.ofHours(1), queue);
    hub = new LiveHub(log, settings, meters, new ScheduledExecutorTaskScheduler(timer));
    hub.start();
    streams = new LiveStreams(hub, new SharedPast(log, threads), settings);
  }

  @AfterEach
  void stop() {
    hub.stop();
    timer.shutdownNow();
    threads.shutdownNow();
    loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void readersOnSeveralLoopsMissNothingAndGetNothingTwiceWhileMuchIsPublished() throws Exception {
    start(Integer.MAX_VALUE);
    log.publish(20);
    Semaphore due = new Semaphore(0);
    int count = 100;
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 20 * count; i++) {
                due.acquireUninterruptibly();
                log.publish(log.size() + 1);
              }
            });
    Random random = new Random(7);
    List<FakeLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      due.release(20);
      FakeLine line = new FakeLine(loops.next());
      lines.add(line);
      int before = random.nextInt(20);
      line.open(i % 3 == 0 ? "" : String.valueOf(log.size() - before));
    }
    publishing.get();
    int last = log.size() + 1;
    log.publish(last);

    for (FakeLine line : lines) {
      line.await(String.valueOf(last));
      assertThat(line.numbers())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(line.begunAfter() + 1, last).boxed().toList());
    }
    assertThat(lines.stream().map(line -> line.loop).distinct()).hasSize(4);
  }

  @Test
  void whatIsPublishedWhileThePastIsReadComesAfterIt() {
    log.publish(3);
    log.mayRead.drainPermits();
    FakeLine line = new FakeLine(loops.next());
    line.open("1");
    line.await("hello");
    log.publish(5);
    assertThat(line.sync()).containsExactly("hello");

    log.mayRead.release(10);
    line.await("5");

    assertThat(line.sync()).containsExactly("hello", "2", "3", "4", "5");
  }

  @Test
  void whoDoesNotKeepUpWhileThePastIsReadIsCut() {
    log.publish(1);
    log.mayRead.drainPermits();
    FakeLine line = new FakeLine(loops.next());
    line.open("1");
    log.publish(1 + LIMIT);
    assertThat(line.isCut()).isFalse();

    log.publish(2 + LIMIT);

    assertThat(line.isCut()).isTrue();
    assertThat(dropped()).isEqualTo(1);
    log.mayRead.release(10);
  }

  @Test
  void aPastThatIsLongerThanTheQueueIsToldAsTheLineTakesIt() {
    log.publish(5 * LIMIT);
    FakeLine line = new FakeLine(loops.next());
    line.room = 1;
    line.open("1");
    log.awaitReads(2);
    log.publish(5 * LIMIT + LIMIT);
    assertThat(line.isCut()).isFalse();

    line.takes(10_000);
    line.await(String.valueOf(6 * LIMIT));

    assertThat(line.numbers())
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 6 * LIMIT).boxed().toList());
  }

  @Test
  void whatWaitsIsSentInOrderAndWhoHasTooMuchWaitingIsCut() {
    FakeLine quick = new FakeLine(loops.next());
    FakeLine slow = new FakeLine(loops.next());
    quick.open("");
    slow.open("");
    slow.await("hello");
    slow.takes(0);
    log.publish(LIMIT);
    slow.takes(3);
    assertThat(slow.sync()).containsExactly("hello", "1", "2", "3");
    log.publish(LIMIT + 3);
    assertThat(slow.isCut()).isFalse();
    assertThat(readers()).isEqualTo(2);

    log.publish(LIMIT + 4);

    assertThat(slow.isCut()).isTrue();
    assertThat(dropped()).isEqualTo(1);
    assertThat(readers()).isEqualTo(1);
    quick.await(String.valueOf(LIMIT + 4));
    assertThat(quick.isCut()).isFalse();
  }

  @Test
  void aReaderThatFailsIsCutAndTheOthersAreTold() {
    FakeLine broken = new FakeLine(loops.next());
    EventExecutor same = broken.loop;
    FakeLine sound = new FakeLine(same);
    broken.open(
        new Reading(
            CHANNEL,
            Optional.empty(),
            update -> {
              throw new IllegalStateException("broken");
            },
            Optional.empty()));
    sound.open("");
    log.publish(1);

    sound.await("1");
    assertThat(broken.isCut()).isTrue();
    assertThat(sound.isCut()).isFalse();
  }

  @Test
  void whoseMissedUpdatesCannotBeReadIsCut() {
    FakeLine line = new FakeLine(loops.next());
    line.open("fails");

    line.over.join();

    assertThat(line.isCut()).isTrue();
    assertThat(readers()).isZero();
  }

  @Test
  void aReadingEndsAfterItsLife() {
    FakeLine line = new FakeLine(loops.next());
    line.open(
        new Reading(CHANNEL, Optional.empty(), update -> true, Optional.of(Duration.ofMillis(1))));

    line.over.join();

    assertThat(line.isCut()).isFalse();
    assertThat(readers()).isZero();
  }

  @Test
  void readersAreLetGoWhenTheServerStops() {
    FakeLine waiting = new FakeLine(loops.next());
    FakeLine other = new FakeLine(loops.next());
    waiting.open("");
    other.open("");
    waiting.takes(0);
    log.publish(2);

    hub.stop();

    waiting.over.join();
    other.over.join();
    assertThat(readers()).isZero();
    assertThat(dropped()).isZero();
  }

  private int readers() {
    return (int) meters.get("stagedoor.live.readers").gauge().value();
  }

  private double dropped() {
    return meters.get("stagedoor.live.dropped").counter().count();
  }

  /** A line that takes all, or as many messages as a test says. */
  private final class FakeLine implements Line {
    private final EventExecutor loop;
    private final List<String> messages = new ArrayList<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile String last = "";
    private volatile boolean cut;
    private volatile boolean free = true;
    private int room = Integer.MAX_VALUE;
    private String from = "";
    private LiveReader reader;

    private FakeLine(EventExecutor loop) {
      this.loop = loop;
    }

    /** Opens, from nowhere or from a place. */
    private void open(String place) {
      from = place;
      open(
          new Reading(
              CHANNEL,
              Optional.of(place).filter(at -> !at.isEmpty()),
              update -> true,
              Optional.empty()));
    }

    private void open(Reading reading) {
      run(() -> reader = streams.open(reading, new Plain(), this, loop));
    }

    /** Takes so many messages more, and then no others. */
    private void takes(int count) {
      run(
          () -> {
            room = count;
            free = room > 0;
            reader.proceed();
          });
    }

    private void run(Runnable task) {
      loop.submit(task).syncUninterruptibly();
    }

    @Override
    public boolean isFree() {
      return free;
    }

    @Override
    public void send(byte[] message) {
      assertThat(loop.inEventLoop()).isTrue();
      String text = new String(message, StandardCharsets.UTF_8);
      messages.add(text);
      last = text.split(" ", 2)[0];
      room--;
      free = room > 0;
      // A line may say so at once, too.
      if (reader != null && free) {
        reader.proceed();
      }
    }

    @Override
    public void end() {
      over.complete(null);
    }

    @Override
    public void cut() {
      cut = true;
      over.complete(null);
    }

    private void await(String message) {
      while (!last.equals(message)) {
        assertThat(Thread.interrupted()).as("ran out of time waiting for " + message).isFalse();
        Thread.onSpinWait();
      }
    }

    /** Returns what was sent, when all is done that was to be done until now. */
    private List<String> sync() {
      run(() -> {});
      return messages.stream().map(text -> text.split(" ", 2)[0]).toList();
    }

    private boolean isCut() {
      run(() -> {});
      return cut;
    }

    private List<Integer> numbers() {
      return sync().stream().skip(1).map(Integer::valueOf).toList();
    }

    /** Returns the place that the reader named, or else was told. */
    private int begunAfter() {
      return Integer.parseInt(from.isEmpty() ? messages.get(0).substring("hello ".length()) : from);
    }
  }

  private static final class Plain implements LiveFormat {
    @Override
    public byte[] greeting(Optional<String> place) {
      return bytes("hello" + place.map(at -> " " + at).orElse(""));
    }

    @Override
    public byte[] event(LiveFeed.Entry entry) {
      return bytes(entry.place());
    }

    @Override
    public byte[] heartbeat(Optional<String> place) {
      return bytes("heartbeat");
    }

    @Override
    public byte[] resync() {
      return bytes("resync");
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A log that is told as it is written; the past is read when a test lets it. */
  private static final class Log implements LiveFeed {
    private final List<Entry> entries = new ArrayList<>();
    private final Semaphore mayRead = new Semaphore(1_000_000);
    private final List<Consumer<Entry>> readers = new ArrayList<>();
    private int reads;

    /** Publishes up to a number, each under its number. */
    private void publish(int upTo) {
      while (size() < upTo) {
        Entry entry = add();
        readers.forEach(reader -> reader.accept(entry));
      }
    }

    private synchronized Entry add() {
      Entry entry =
          new Entry(
              String.valueOf(entries.size() + 1), new LiveUpdate(CHANNEL, "update", Map.of()));
      entries.add(entry);
      return entry;
    }

    private synchronized int size() {
      return entries.size();
    }

    private synchronized void awaitReads(int count) {
      while (reads < count) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public Subscription subscribe(Consumer<Entry> reader) {
      readers.add(reader);
      return () -> readers.remove(reader);
    }

    @Override
    public Optional<List<Entry>> since(Subject channel, String place) {
      mayRead.acquireUninterruptibly();
      synchronized (this) {
        reads++;
        notifyAll();
        if (place.equals("fails")) {
          throw new IllegalStateException("the database is away");
        }
        return Optional.of(List.copyOf(entries.subList(Integer.parseInt(place), entries.size())));
      }
    }
  }
}
