package dev.stagedoor.web.party;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.security.Proof;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who is connected, by one connection. */
final class Guest {
  /** How many frames somebody may send. */
  static final int MOST_MESSAGES = 40;

  static final Duration MESSAGES_WITHIN = Duration.ofSeconds(10);

  /** How often somebody may ask for parties that are not there. */
  static final int MOST_GUESSES = 9;

  static final Duration GUESSES_WITHIN = Duration.ofMinutes(1);

  /** So many questions for a sign of life may be unanswered when the next one is due. */
  static final int MOST_UNANSWERED = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Guest.class);

  private final Guests house;
  private final WebSocketSession session;
  private final Channel channel;
  private final Actor actor;
  private final Language language;
  private final InOrder tasks;
  private final TextFrames frames = new TextFrames();
  private final Frequency messages = new Frequency(MOST_MESSAGES, MESSAGES_WITHIN);
  private final Frequency guesses = new Frequency(MOST_GUESSES, GUESSES_WITHIN);
  private final AtomicReference<@Nullable Place> place = new AtomicReference<>();
  private volatile Proof proof;
  private volatile long checkedAt;
  private volatile boolean isEnding;
  private int unsent;
  private int unanswered;

  Guest(
      Guests house,
      WebSocketSession session,
      Channel channel,
      Actor actor,
      Proof proof,
      Language language,
      InOrder tasks) {
    this.house = house;
    this.session = session;
    this.channel = channel;
    this.actor = actor;
    this.proof = proof;
    this.language = language;
    this.tasks = tasks;
    // Thousands come at once where a server starts anew, and are not all to be looked at at once.
    this.checkedAt =
        house.millis() - ThreadLocalRandom.current().nextLong(Guests.CHECKED_EVERY.toMillis());
  }

  Actor actor() {
    return actor;
  }

  Proof proof() {
    return proof;
  }

  /** Takes another proof of who they are, which lasts longer. */
  void prove(Proof fresh) {
    proof = fresh;
  }

  Language language() {
    return language;
  }

  /** Takes what came, in its order; on the event loop. What comes after the end is not heard. */
  void read(WebSocketFrame frame) {
    if (isEnding) {
      return;
    }
    if (!messages.allows(house.millis())) {
      end(Reasons.TOO_MANY);
      return;
    }
    try {
      frames.take(frame).ifPresent(this::hear);
    } catch (TextFrames.Broken broken) {
      showOut(broken.reason());
    }
  }

  private void hear(String text) {
    Optional<Wish> wish = house.words().read(text);
    if (wish.isEmpty()) {
      showOut(Reasons.NOT_TEXT);
    } else if (wish.get().type().equals("ping")) {
      // At once, whatever else there is to do: clocks are compared by it.
      send(house.pong(wish.get()));
    } else if (wish.get().type().equals("token")) {
      later(() -> house.renew(this, wish.get()));
    } else {
      later(() -> house.desk().serve(this, wish.get()));
    }
  }

  private void showOut(CloseReason reason) {
    if (reason.equals(Reasons.NOT_TEXT)) {
      send(house.unreadable(language));
    }
    end(reason);
  }

  /** Does something after all that was asked for before. */
  void later(Runnable task) {
    try {
      tasks.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("The server ends, and a guest with it", e);
    }
  }

  /** Sends a message after those before; whoever does not read them is cut off. */
  void send(byte[] message) {
    onLoop(
        () -> {
          if (isEnding || !session.isOpen()) {
            return;
          }
          if (unsent >= house.mostUnsent()) {
            house.dropped();
            cut();
            return;
          }
          unsent++;
          var unused =
              session
                  .sendAsync(new TextWebSocketFrame(Unpooled.wrappedBuffer(message)))
                  .whenComplete((sent, failure) -> unsent--);
        });
  }

  /** Ends the connection and says why; what was sent before still arrives. */
  void end(CloseReason reason) {
    onLoop(
        () -> {
          if (!isEnding) {
            isEnding = true;
            session.close(reason);
          }
        });
  }

  /** Asks for a sign of life, which programs give by themselves; whoever gives none is cut off. */
  void ping() {
    onLoop(
        () -> {
          if (unanswered == MOST_UNANSWERED) {
            LOG.debug("A guest gives no sign of life");
            cut();
          } else {
            unanswered++;
            if (!isEnding) {
              var unused = channel.writeAndFlush(new PingWebSocketFrame());
            }
          }
        });
  }

  /** Takes a sign of life; on the event loop. */
  void answers() {
    unanswered = 0;
  }

  /** Tells whether the connection ends, for whatever reason that was told then. */
  boolean isEnding() {
    return isEnding;
  }

  /** Closes the connection, whatever has not left yet. */
  void cut() {
    isEnding = true;
    var unused = channel.close();
  }

  private void onLoop(Runnable task) {
    if (channel.eventLoop().inEventLoop()) {
      task.run();
    } else {
      try {
        channel.eventLoop().execute(task);
      } catch (RejectedExecutionException e) {
        LOG.debug("An event loop has ended", e);
      }
    }
  }

  /** Counts a party that is not there. */
  void guessed() {
    if (!guesses.allows(house.millis())) {
      end(Reasons.GUESSING);
    }
  }

  Optional<Place> place() {
    return Optional.ofNullable(place.get());
  }

  /** Sits down somewhere, and returns where they sat before. */
  Optional<Place> sit(Place at) {
    return Optional.ofNullable(place.getAndSet(at));
  }

  /** Stands up, and returns where they sat. */
  Optional<Place> stand() {
    return Optional.ofNullable(place.getAndSet(null));
  }

  /** Takes note that a party has no place for them any more. */
  void isOutOf(PartyRoom room) {
    // By the time that comes they may be about to sit down there again, which is another place.
    place()
        .filter(at -> at.room().equals(room))
        .ifPresent(
            at ->
                later(
                    () -> {
                      if (place.compareAndSet(at, null)) {
                        house.desk().gone(this, at);
                      }
                    }));
  }

  /** Tells whether it is time to look at the session again, and then not so soon any more. */
  boolean isToBeChecked(Duration every) {
    long now = house.millis();
    boolean isTime = now - checkedAt >= every.toMillis();
    if (isTime) {
      checkedAt = now;
    }
    return isTime;
  }
}
