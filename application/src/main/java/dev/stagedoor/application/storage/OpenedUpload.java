package dev.stagedoor.application.storage;

import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.SignedRequest;

/** Where to send a file. */
public record OpenedUpload(FileId file, SignedRequest request) {}
