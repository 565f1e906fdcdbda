package dev.stagedoor.domain.storage;

import java.time.Instant;

/** A file that is in the store. */
public record StoredObject(ObjectKey key, long bytes, String mediaType, Instant storedAt) {}
