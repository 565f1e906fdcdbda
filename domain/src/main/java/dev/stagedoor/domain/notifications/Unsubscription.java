package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody's wish to get no more of a category, as a link in a mail states it: whoever holds the
 * link may do just that, at any time.
 */
public record Unsubscription(UserId user, Category category) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "stagedoor unsubscribe 1:";
  private static final int STATED = 17;
  private static final int SIGNED = STATED + 32;

  /** Returns the token for the link. */
  public String signed(Secret by) {
    byte[] stated = stated();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(SIGNED).put(stated).put(signature(stated, by)).array());
  }

  /** Reads a token; empty where it was not signed by this secret, or changed since. */
  public static Optional<Unsubscription> read(String token, Secret by) {
    byte[] bytes = bytes(token);
    if (bytes.length != SIGNED) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] stated = new byte[STATED];
    byte[] signature = new byte[SIGNED - STATED];
    buffer.get(stated).get(signature);
    if (!MessageDigest.isEqual(signature, signature(stated, by))) {
      return Optional.empty();
    }
    ByteBuffer said = ByteBuffer.wrap(stated);
    UserId user = new UserId(new UUID(said.getLong(), said.getLong()));
    return category(said.get()).map(category -> new Unsubscription(user, category));
  }

  private byte[] stated() {
    return ByteBuffer.allocate(STATED)
        .putLong(user.value().getMostSignificantBits())
        .putLong(user.value().getLeastSignificantBits())
        .put(mark(category))
        .array();
  }

  /** Returns the letter that stands for a category; those in mails that were sent stay. */
  private static byte mark(Category category) {
    return switch (category) {
      case ACCOUNT -> 'a';
      case PRODUCT -> 'p';
      case MARKETING -> 'm';
    };
  }

  private static Optional<Category> category(byte mark) {
    for (Category category : Category.values()) {
      if (mark(category) == mark) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }

  private static byte[] signature(byte[] stated, Secret by) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(by.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(stated);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  private static byte[] bytes(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException isNone) {
      return new byte[0];
    }
  }
}
