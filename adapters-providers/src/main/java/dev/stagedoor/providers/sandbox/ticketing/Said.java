package dev.stagedoor.providers.sandbox.ticketing;

/** What the shop asked the product, and in plain words what it was answered. */
public record Said(String asked, String answered) {
  @Override
  public String toString() {
    return asked + ": " + answered;
  }
}
