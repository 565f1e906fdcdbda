package dev.stagedoor.web.pages.tv;

import java.util.Optional;

/**
 * Where people watch together.
 *
 * @param room the party whose invitation is open; empty where one is to begin
 * @param name how whoever reads this is called, unless they say otherwise
 * @param watching what they want to show to others
 */
public record PartyPage(Optional<String> room, String name, Optional<Shown> watching) {
  /** Something that was chosen to be watched. */
  public record Shown(String address, String title, String itemId) {}
}
