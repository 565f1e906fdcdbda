package dev.stagedoor.application;

import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.domain.events.port.EventRepository;

/** What events need of whoever keeps their data. */
public record EventsPorts(EventRepository events, EventQueries queries) {}
