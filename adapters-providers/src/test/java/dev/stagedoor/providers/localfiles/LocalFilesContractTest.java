package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.contract.ConditionalRangesContract;
import dev.stagedoor.domain.contract.SignedUploadsContract;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesContractTest implements SignedUploadsContract, ConditionalRangesContract {
  @TempDir static Path folder;
  private static FilesServer server;

  @BeforeAll
  static void start() {
    server = new FilesServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public SignedUploads uploads() {
    return server.uploads();
  }

  @Override
  public StorageWorld world() {
    return server;
  }

  @Override
  public Instant now() {
    return Instant.now();
  }
}
