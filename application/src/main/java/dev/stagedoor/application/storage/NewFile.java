package dev.stagedoor.application.storage;

/** A file that somebody is about to send: its name, its exact size and its media type. */
public record NewFile(String name, long bytes, String mediaType) {}
