package dev.stagedoor.web;

/** Holds while live selling is on. */
public final class LiveSellingOn extends AreaOn {
  public LiveSellingOn() {
    super("liveselling");
  }
}
