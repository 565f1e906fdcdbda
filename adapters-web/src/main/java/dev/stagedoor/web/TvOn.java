package dev.stagedoor.web;

/** Holds while subscription TV is on. */
public final class TvOn extends AreaOn {
  public TvOn() {
    super("tv");
  }
}
