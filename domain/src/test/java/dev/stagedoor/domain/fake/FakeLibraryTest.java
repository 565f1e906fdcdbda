package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.PlaybackSigningContract;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.port.PlaybackSigning;

class FakeLibraryTest implements LibraryContract, PlaybackSigningContract {
  private final FakeLibrary library = new FakeLibrary();

  @Override
  public Library library() {
    return library;
  }

  @Override
  public PlaybackSigning signing() {
    return library;
  }

  @Override
  public FakeLibrary world() {
    return library;
  }
}
