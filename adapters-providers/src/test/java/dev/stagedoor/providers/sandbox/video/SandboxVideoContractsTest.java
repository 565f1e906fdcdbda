package dev.stagedoor.providers.sandbox.video;

import dev.stagedoor.domain.contract.LiveIngestContract;
import dev.stagedoor.domain.contract.RecordingsContract;
import dev.stagedoor.domain.contract.VideoWorld;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import java.time.Duration;

class SandboxVideoContractsTest implements LiveIngestContract, RecordingsContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;

  @Override
  public LiveIngest ingest() {
    return sandbox.videoProvider().ingest();
  }

  @Override
  public Recordings recordings() {
    return sandbox.videoProvider().recordings();
  }

  private static Secret key(LiveInput input) {
    return input.credentials().rtmp().orElseThrow().streamKey();
  }

  @Override
  public VideoWorld world() {
    return new World();
  }

  private final class World extends SandboxFailures implements VideoWorld {
    private World() {
      super(sandbox.line());
    }

    @Override
    public boolean connect(LiveInput input) {
      return sandbox.encoder().connect(key(input)).isPresent();
    }

    @Override
    public void disconnect(LiveInput input) {
      fixture.clock.pass(Duration.ofSeconds(10));
      sandbox.encoder().disconnect(key(input));
    }

    @Override
    public void finishRecordings() {
      fixture.clock.pass(fixture.settings.recordingDelay());
    }

    @Override
    public void loseNextAnswer() {
      sandbox.line().loseNextAnswer();
    }

    @Override
    public int inputsOf(LiveStreamId stream) {
      return (int)
          sandbox.video().newest(1000).stream()
              .filter(input -> input.stream().equals(stream.value()) && !input.deleted())
              .count();
    }
  }
}
