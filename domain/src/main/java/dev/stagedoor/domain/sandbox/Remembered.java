package dev.stagedoor.domain.sandbox;

/**
 * One thing the sandbox remembers.
 *
 * @param collection the kind of thing, for example {@code charges}
 * @param version 0 for a thing not saved yet; counts up with each save
 * @param json what is remembered, as a JSON object
 */
public record Remembered(String collection, String id, long version, String json) {}
