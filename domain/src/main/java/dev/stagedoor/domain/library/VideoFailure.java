package dev.stagedoor.domain.library;

/** Why a video could not be prepared: our reason, and the provider's own code for the operator. */
public record VideoFailure(Reason reason, String providerCode) {
  /** What the sender of the file can do something about. */
  public enum Reason {
    /** The file is no video, or is damaged. */
    NOT_A_VIDEO,
    TOO_LONG,
    TOO_SHORT,
    /** The provider could not fetch the file from its address. */
    NOT_FETCHED,
    /** Nobody sent the file in time. */
    NOT_SENT,
    OTHER
  }
}
