package dev.stagedoor.application.jobs;

import java.time.Instant;
import java.util.Optional;

/** One job as an admin sees it. */
public record JobView(
    String name,
    String subject,
    Instant due,
    boolean running,
    int failures,
    Optional<Instant> lastFailure) {}
