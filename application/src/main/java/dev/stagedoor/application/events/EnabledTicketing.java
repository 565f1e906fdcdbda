package dev.stagedoor.application.events;

import java.net.URI;
import java.util.Optional;

/**
 * An event whose tickets can be set up now.
 *
 * @param redirectUrl where the organiser goes to do so, signed in; empty where the ticketing system
 *     lets in nobody but its own users
 */
public record EnabledTicketing(EventView event, Optional<URI> redirectUrl) {}
