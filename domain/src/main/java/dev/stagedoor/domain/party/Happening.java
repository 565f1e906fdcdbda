package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;

/** What can happen in a party. */
public sealed interface Happening {
  <R> R match(Cases<R> cases);

  /** One answer for each. */
  interface Cases<R> {
    R joined(Joined joined);

    R wentAway(WentAway away);

    R left(Left left);

    R hostChanged(HostChanged changed);

    R moved(Moved moved);

    R mediaChanged(MediaChanged changed);

    R ready(Ready ready);

    R said(Said said);

    R lineRemoved(LineRemoved removed);

    R muted(Muted muted);

    R kicked(Kicked kicked);

    R ended(Ended ended);
  }

  /** How the host moved what is watched. */
  enum Move {
    PLAY,
    PAUSE,
    SEEK
  }

  /** Why a party ended. */
  enum Why {
    /** The host ended it. */
    HOST,
    /** Its host began another. */
    REPLACED,
    /** Nobody was there for long. */
    EMPTY,
    /** It lasted as long as a party may. */
    OVER
  }

  /** Somebody has a seat, or is back on it, or calls themselves otherwise. */
  record Joined(Member member, boolean isMuted) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.joined(this);
    }
  }

  /** The last connection of somebody was closed; the seat is kept for a while. */
  record WentAway(Member member) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.wentAway(this);
    }
  }

  /** Somebody left, or was away for too long. */
  record Left(Member member) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.left(this);
    }
  }

  /** Somebody else hosts. */
  record HostChanged(Member host) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.hostChanged(this);
    }
  }

  /** The host plays, pauses or seeks. */
  record Moved(Move move, Playback playback, UserId by) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.moved(this);
    }
  }

  /** Something else is watched, from its beginning, and nobody is ready for it yet. */
  record MediaChanged(Media media, UserId by) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.mediaChanged(this);
    }
  }

  /** The player of somebody can go on, or cannot any more; nothing waits for it. */
  record Ready(UserId user, boolean isReady) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ready(this);
    }
  }

  /** Somebody wrote a line. */
  record Said(ChatLine line) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.said(this);
    }
  }

  /** A line is there no more. */
  record LineRemoved(LineId line, UserId by) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.lineRemoved(this);
    }
  }

  /** The host silenced somebody, or lets them write again. */
  record Muted(UserId user, boolean isMuted) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.muted(this);
    }
  }

  /** The host removed somebody. */
  record Kicked(Member member) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.kicked(this);
    }
  }

  /** It is over. */
  record Ended(Why why) implements Happening {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ended(this);
    }
  }
}
