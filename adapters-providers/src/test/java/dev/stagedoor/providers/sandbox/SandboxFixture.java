package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.fake.InMemorySandboxMemory;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.sandbox.Remembered;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** A sandbox over a memory and a clock that a test can hold. */
public final class SandboxFixture {
  public final InMemorySandboxMemory memory = new InMemorySandboxMemory();
  public final TestClock clock = new TestClock();
  public final SandboxSettings settings =
      SandboxSettings.defaults().withFolder(Path.of("target", "sandbox"));
  public final Sandbox sandbox = open();

  /** Opens one more instance over the same memory, as after a restart or on another machine. */
  public Sandbox open() {
    return Sandbox.open(
        settings,
        memory,
        clock,
        UUID::randomUUID,
        () -> Secret.of(UUID.randomUUID().toString().replace("-", "")));
  }

  /** Makes the far side remember a thing otherwise, as another version would have written it. */
  public void rewrite(String collection, String id, String from, String to) {
    Remembered before = memory.find(collection, id).orElseThrow();
    String json = before.json().replace(from, to);
    if (json.equals(before.json())
        || !memory.save(new Remembered(collection, id, before.version(), json))) {
      throw new AssertionError("nothing rewritten");
    }
  }

  /** A clock that stands still until it is moved. */
  public static final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2025-06-01T10:00:00Z");

    public void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
