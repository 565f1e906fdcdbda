package dev.stagedoor.domain.storage;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.storage.port.SignedUploads;

/**
 * One store of files.
 *
 * @param mostBytes how large a file may be at most
 */
public record StorageProvider(ProviderId id, long mostBytes, SignedUploads files) {
  public StorageProvider {
    if (mostBytes < 1) {
      throw new IllegalArgumentException("a store takes files of one byte or more");
    }
  }
}
