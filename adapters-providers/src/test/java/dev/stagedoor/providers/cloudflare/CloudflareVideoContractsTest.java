package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.contract.LiveIngestContract;
import dev.stagedoor.domain.contract.RecordingsContract;
import dev.stagedoor.domain.contract.VideoWorld;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;
import org.junit.jupiter.api.AfterEach;

class CloudflareVideoContractsTest implements LiveIngestContract, RecordingsContract {
  private final CloudflareWorld world = new CloudflareWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public LiveIngest ingest() {
    return world.cloudflare().videoProvider().ingest();
  }

  @Override
  public Recordings recordings() {
    return world.cloudflare().videoProvider().recordings();
  }

  @Override
  public VideoWorld world() {
    return world;
  }
}
