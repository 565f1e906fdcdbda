package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.PlaybackSigningContract;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import org.junit.jupiter.api.AfterEach;

class MuxLibraryContractsTest implements LibraryContract, PlaybackSigningContract {
  private final MuxWorld world = new MuxWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public Library library() {
    return world.mux().libraryProvider().library();
  }

  @Override
  public PlaybackSigning signing() {
    return world.mux().libraryProvider().signing().orElseThrow();
  }

  @Override
  public MuxWorld world() {
    return world;
  }
}
