package dev.stagedoor.web;

/** Holds while courses are on. */
public final class CoursesOn extends AreaOn {
  public CoursesOn() {
    super("courses");
  }
}
