package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.PlaybackSigningContract;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import org.junit.jupiter.api.AfterEach;

class CloudflareLibraryContractsTest implements LibraryContract, PlaybackSigningContract {
  private final CloudflareWorld world = new CloudflareWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public Library library() {
    return world.cloudflare().libraryProvider().library();
  }

  @Override
  public PlaybackSigning signing() {
    return world.cloudflare().libraryProvider().signing().orElseThrow();
  }

  @Override
  public CloudflareWorld world() {
    return world;
  }
}
