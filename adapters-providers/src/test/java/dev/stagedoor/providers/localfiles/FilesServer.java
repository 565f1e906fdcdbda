package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.contract.StoreBrowser;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.port.SignedUploads;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A server with the local store in it, whose limit for all other requests is small. */
final class FilesServer implements StorageWorld, AutoCloseable {
  private final StoreBrowser browser = new StoreBrowser();
  private final EmbeddedServer server;
  private final LocalFilesConfig config;
  final Path folder;

  FilesServer(Path folder) {
    this.folder = folder;
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "files-server",
                true,
                "stagedoor.providers.local-files.enabled",
                true,
                "stagedoor.providers.local-files.folder",
                folder.toString(),
                "micronaut.server.max-request-size",
                "5GB",
                "micronaut.server.max-request-buffer-size",
                "1MB",
                "micronaut.server.port",
                -1));
    config = LocalFilesConfig.development(folder, server.getURI());
  }

  @Factory
  @Requires(property = "files-server")
  static final class Ports {
    @Singleton
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  URI baseUrl() {
    return config.baseUrl();
  }

  SignedUploads uploads() {
    return LocalFiles.open(config, Clock.systemUTC()).storageProvider().files();
  }

  @Override
  public SignedUploads signingBefore(Duration ago) {
    return LocalFiles.open(config, Clock.offset(Clock.systemUTC(), ago.negated()))
        .storageProvider()
        .files();
  }

  @Override
  public Answer send(Request request) {
    return browser.send(request);
  }

  @Override
  public void breakOff(SignedRequest upload, long announced, byte[] sent) {
    browser.breakOff(upload, announced, sent);
  }

  @Override
  public void close() {
    server.close();
  }
}
