package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.domain.tv.ServiceAddresses;
import dev.stagedoor.web.pages.Form;

/** A playlist with what is to be entered into a player. */
public record PlaylistPage(PlaylistView playlist, Form form) {
  public ServiceAddresses player() {
    return playlist.player().orElseThrow();
  }
}
