package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Secret;
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
  private static final int STATED = 33;

  /** Returns the token for the link: the account's id, a letter for the category, the signature. */
  public String signed(Secret by) {
    String stated = user.value().toString().replace("-", "") + mark(category);
    return stated + signature(stated, by);
  }

  /** Reads a token; empty where it was not signed by this secret, or changed since. */
  public static Optional<Unsubscription> read(String token, Secret by) {
    if (token.length() <= STATED) {
      return Optional.empty();
    }
    String stated = token.substring(0, STATED);
    byte[] signature = token.substring(STATED).getBytes(StandardCharsets.UTF_8);
    byte[] expected = signature(stated, by).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(signature, expected)) {
      return Optional.empty();
    }
    UserId user =
        new UserId(
            new UUID(
                Long.parseUnsignedLong(stated.substring(0, 16), 16),
                Long.parseUnsignedLong(stated.substring(16, 32), 16)));
    return category(stated.charAt(32)).map(category -> new Unsubscription(user, category));
  }

  /** Returns the letter that stands for a category; those in mails that were sent stay. */
  private static char mark(Category category) {
    return switch (category) {
      case ACCOUNT -> 'a';
      case PRODUCT -> 'p';
      case MARKETING -> 'm';
    };
  }

  private static Optional<Category> category(char mark) {
    for (Category category : Category.values()) {
      if (mark(category) == mark) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }

  private static String signature(String stated, Secret by) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(by.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(stated.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
