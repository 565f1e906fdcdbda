package dev.stagedoor.domain.ticketing;

import java.net.URI;

/**
 * Where people get tickets.
 *
 * @param page the sale's own page
 * @param frame what is shown in a frame of our page; its origin must be allowed by the page's
 *     Content-Security-Policy
 */
public record TicketEmbed(URI page, URI frame) {}
