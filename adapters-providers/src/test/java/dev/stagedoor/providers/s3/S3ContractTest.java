package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.contract.SignedUploadsContract;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class S3ContractTest implements SignedUploadsContract {
  @TempDir static Path folder;
  private static S3Server server;

  @BeforeAll
  static void start() throws IOException {
    server = new S3Server(folder);
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
