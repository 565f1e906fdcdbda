package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.LiveIngestContract;
import dev.stagedoor.domain.contract.RecordingsContract;
import dev.stagedoor.domain.contract.VideoWorld;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;

class FakeVideoTest implements LiveIngestContract, RecordingsContract {
  private final FakeVideo video = new FakeVideo();

  @Override
  public LiveIngest ingest() {
    return video;
  }

  @Override
  public Recordings recordings() {
    return video;
  }

  @Override
  public VideoWorld world() {
    return video;
  }
}
