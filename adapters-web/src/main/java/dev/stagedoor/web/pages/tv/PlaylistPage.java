package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.tv.PlayerAddresses;

/** A playlist with what is to be entered into a player. */
public record PlaylistPage(PlaylistView playlist, Form form) {
  public PlayerAddresses player() {
    return PlayerAddresses.of(playlist);
  }
}
