package dev.stagedoor.application.jobs;

import java.time.Duration;

/** Work that is done again and again, by one instance at a time. */
public record RecurringJob(String name, Duration every, Runnable work) {}
