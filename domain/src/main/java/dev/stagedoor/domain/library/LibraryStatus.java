package dev.stagedoor.domain.library;

/** How far a provider is with a video. */
public enum LibraryStatus {
  /** The file has not come yet. */
  AWAITING_FILE,
  PROCESSING,
  READY,
  FAILED
}
