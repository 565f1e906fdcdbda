package dev.stagedoor.domain.storage;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why a file that somebody sends was refused. */
public enum StorageError implements ErrorCode {
  /** The file is larger than is taken; facts hold {@code bytes} and the {@code limit}. */
  FILE_TOO_LARGE(Refusal.INVALID),
  /** Files of this type are not taken; facts hold the {@code contentType}. */
  FILE_TYPE_NOT_TAKEN(Refusal.INVALID),
  /** The file has not come, or not whole. */
  FILE_NOT_RECEIVED(Refusal.CONFLICT),
  /**
   * What came is not what was announced, and was removed; facts hold both sizes and types. Begin
   * again.
   */
  FILE_DIFFERS(Refusal.INVALID),
  /** The time to send it is over, and what came was removed. Begin again. */
  UPLOAD_EXPIRED(Refusal.USED_UP);

  private final Refusal refusal;

  StorageError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
