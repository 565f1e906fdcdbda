package dev.stagedoor.web;

/** Holds while memorials are on. */
public final class MemorialsOn extends AreaOn {
  public MemorialsOn() {
    super("memorials");
  }
}
