package dev.stagedoor.web.error;

/** What is wrong with one field, in the caller's language. */
public record FieldError(String field, String message) {}
