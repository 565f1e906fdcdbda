package dev.stagedoor.persistence.crypto;

import java.util.Arrays;
import java.util.List;

/**
 * Every column that holds encrypted values: the table, the column, and the columns of the table's
 * primary key in its order. A value is bound to its place among them, and {@link KeyRotation} goes
 * through all of them; nothing else can be encrypted.
 *
 * <p>A stored value is readable only under the names and the key it was stored with.
 */
public enum EncryptedColumn {
  PAYMENT_CLIENT_SECRET("payments", "client_secret", "id"),
  STREAM_KEY("live_streams", "stream_key", "id"),
  STREAM_SRT_URL("live_streams", "srt_url", "id"),
  STREAM_WHIP_URL("live_streams", "whip_url", "id"),
  MESSAGE_TEXT_BODY("messages", "text_body", "id"),
  MESSAGE_HTML_BODY("messages", "html_body", "id"),
  MESSAGE_UNSUBSCRIBE_URL("messages", "unsubscribe_url", "id"),
  INTEGRATION_CREDENTIALS("integrations", "credentials", "workspace_id", "provider"),
  TICKETING_WEBHOOK_SECRET("ticketing_connections", "secret", "owner_id", "provider"),
  NOTIFICATION_SECRET("notification_secrets", "secret", "id"),
  TV_PROFILE_PIN("tv_profiles", "pin_hash", "id"),
  TV_PLAYLIST_URL("tv_playlists", "url", "id"),
  TV_PLAYLIST_USERNAME("tv_playlists", "username", "id"),
  TV_PLAYLIST_PASSWORD("tv_playlists", "password", "id"),
  TV_CHANNEL_ADDRESS("tv_channels", "address", "playlist_id", "edition", "position");

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings and a list that never changes
  private final Column column;

  EncryptedColumn(String table, String name, String... key) {
    this.column = new Column(table, name, List.of(key));
  }

  /**
   * Returns the place of a value.
   *
   * @param key what the primary key of its row holds, in the order of the key's columns
   */
  public Place at(Object... key) {
    return column.at(List.of(key));
  }

  static List<Column> all() {
    return Arrays.stream(values()).map(registered -> registered.column).toList();
  }

  @Override
  public String toString() {
    return column.toString();
  }
}
