package dev.stagedoor.domain.messaging;

/** What a mail says, ready to send: both forms say the same. */
public record MessageContent(String subject, String text, String html) {}
