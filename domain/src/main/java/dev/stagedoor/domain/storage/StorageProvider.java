package dev.stagedoor.domain.storage;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.storage.port.SignedUploads;

/** One store of files. */
public record StorageProvider(ProviderId id, SignedUploads files) {}
