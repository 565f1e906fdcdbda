package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.web.pages.Form;
import java.util.List;

/** The playlists of an account. */
public record PlaylistsPage(List<PlaylistView> playlists, boolean isKids, Form form) {
  public PlaylistsPage {
    playlists = List.copyOf(playlists);
  }

  public boolean isFetching() {
    return playlists.stream().anyMatch(PlaylistsPage::isFetching);
  }

  public static boolean isFetching(PlaylistView playlist) {
    return playlist.status().equals("fetching");
  }
}
