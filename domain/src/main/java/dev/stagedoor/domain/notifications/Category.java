package dev.stagedoor.domain.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a notification is about; people choose by it what they get. */
public enum Category {
  /** About the account itself; nobody can do without. */
  ACCOUNT,
  /** About what somebody uses; on until it is switched off. */
  PRODUCT,
  /** What else there is; off until somebody asks for it. */
  MARKETING;

  /** Finds a category by its code. */
  public static Optional<Category> find(String code) {
    return Arrays.stream(values()).filter(category -> category.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether people may go without. */
  public boolean isOptional() {
    return this != ACCOUNT;
  }

  /** Tells whether people get it who never chose. */
  public boolean isOnAtFirst() {
    return this != MARKETING;
  }
}
