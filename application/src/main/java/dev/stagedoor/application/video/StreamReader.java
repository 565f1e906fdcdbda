package dev.stagedoor.application.video;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.video.StreamStatus;

/** Who reads of a stream, and so what they may be shown. */
public enum StreamReader {
  /** Whoever may watch: sees streams that are open to visitors, and where they play. */
  VISITOR,
  /** Whoever runs the stream: has its credentials too. */
  OPERATOR,
  /** Sees the provider's reference as well. */
  ADMIN;

  /** Returns how somebody reads who runs the stream. */
  public static StreamReader running(Actor actor) {
    return actor.isAdmin() ? ADMIN : OPERATOR;
  }

  public boolean mayHaveCredentials() {
    return this != VISITOR;
  }

  public boolean maySeeTheProvider() {
    return this == ADMIN;
  }

  /** Tells whether the reader may know where a stream in this state plays. */
  public boolean mayPlay(StreamStatus status) {
    return this != VISITOR || status == StreamStatus.LIVE;
  }
}
