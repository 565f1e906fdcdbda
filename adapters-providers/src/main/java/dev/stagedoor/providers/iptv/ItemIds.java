package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.tv.Channel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names what a playlist has, by what stays when it is fetched again: the service's own number, else
 * what it is called and which guide it has; its address often holds what changes. What is there
 * more than once is counted. Takes 16 bytes for each.
 */
final class ItemIds {
  private final MessageDigest sha256;
  private long[] seen = new long[1024];
  private int[] times = new int[1024];
  private int size;

  ItemIds() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String numbered(Channel.Kind kind, String number) {
    return counted(kind.code() + ":" + number);
  }

  String named(Channel.Kind kind, String guideId, String name) {
    // None of them has a control character.
    byte[] hash = hash(kind.code() + '\n' + guideId + '\n' + name);
    return counted(
        kind.code()
            + ":"
            + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15)));
  }

  private byte[] hash(String text) {
    return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private String counted(String id) {
    long key = ByteBuffer.wrap(hash(id)).getLong();
    int before = add(key == 0 ? 1 : key);
    return before == 0 ? id : id + "~" + (before + 1);
  }

  /** Counts a key, and returns how often it was there before. */
  private int add(long key) {
    if (size * 2 > seen.length) {
      grow();
    }
    int slot = slot(seen, key);
    if (seen[slot] == 0) {
      seen[slot] = key;
      size++;
    }
    return times[slot]++;
  }

  private static int slot(long[] table, long key) {
    int slot = (int) (key & (table.length - 1));
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] keys = new long[seen.length * 2];
    int[] counts = new int[keys.length];
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] != 0) {
        int slot = slot(keys, seen[i]);
        keys[slot] = seen[i];
        counts[slot] = times[i];
      }
    }
    seen = keys;
    times = counts;
  }
}
