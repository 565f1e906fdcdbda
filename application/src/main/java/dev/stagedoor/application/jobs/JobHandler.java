package dev.stagedoor.application.jobs;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Does the jobs of one name. The work must be repeatable: it runs again after a crash, and after
 * any exception it throws, with growing pauses, until it returns.
 */
public record JobHandler(String name, Consumer<UUID> work) {}
