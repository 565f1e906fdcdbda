package dev.stagedoor.persistence.tv;

import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.domain.tv.PlaylistId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;

/**
 * Reads what can be watched from rows of {@code item_id, kind, name, group_name, logo,
 * playlist_id}.
 */
final class ItemRows {
  private ItemRows() {}

  static ItemView item(Record row) {
    return new ItemView(
        text(row, "item_id"),
        text(row, "kind"),
        text(row, "name"),
        text(row, "group_name"),
        Optional.ofNullable(row.get("logo", String.class)),
        Optional.ofNullable(row.get("playlist_id", UUID.class)).map(PlaylistId::new));
  }

  static String text(Record row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  static int number(Record row, String column) {
    return Objects.requireNonNull(row.get(column, Integer.class));
  }
}
