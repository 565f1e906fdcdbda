package dev.stagedoor.providers.sandbox.webhooks;

import java.time.Instant;

/**
 * Something the far side has to tell. It is kept with the thing it tells of, in one save, so that
 * nothing happens untold; the delivery is made from it afterwards, under the same id.
 *
 * @param path the webhook route it goes to
 * @param notBefore when it is told at the earliest
 * @param times how often it is told, to try out repetitions
 */
public record Notice(
    String id, String path, String type, String body, Instant at, Instant notBefore, int times) {
  public static final String PAYMENTS = "/api/webhooks/stripe";
  public static final String LIVE_INPUTS = "/api/webhooks/cloudflare/live-input";
  public static final String RECORDINGS = "/api/webhooks/cloudflare/recording";
  public static final String CHANNELS = "/api/webhooks/facebook";
  public static final String LIBRARY = "/api/webhooks/mux";
  public static final String TICKETS = "/api/webhooks/hi-events/event-status-changed";
}
