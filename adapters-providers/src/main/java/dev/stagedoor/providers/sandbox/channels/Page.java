package dev.stagedoor.providers.sandbox.channels;

/** A page the product has listened to. */
public record Page(String id, boolean listening) {}
