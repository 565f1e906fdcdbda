package dev.stagedoor.domain.video;

/** How far a recording has come; it never goes back from ready. */
public enum RecordingStatus {
  PROCESSING,
  FAILED,
  READY
}
