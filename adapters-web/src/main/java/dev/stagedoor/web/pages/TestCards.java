package dev.stagedoor.web.pages;

import java.util.List;

/** The card numbers the sandbox knows, for its payment form. */
public final class TestCards {
  public static final List<Card> ALL =
      List.of(
          new Card("4242424242424242", "succeeds"),
          new Card("4000000000000002", "declined"),
          new Card("4000000000009995", "no_funds"),
          new Card("4000000000000119", "network"),
          new Card("4000000000000341", "pending"),
          new Card("4000000000000077", "lost"));

  /** One number, and what paying with it does. */
  public record Card(String number, String effect) {
    /** Returns the number as it stands on a card. */
    public String spaced() {
      return number.replaceAll("(.{4})(?=.)", "$1 ");
    }
  }

  private TestCards() {}
}
