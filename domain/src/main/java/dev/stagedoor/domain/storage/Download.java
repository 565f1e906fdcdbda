package dev.stagedoor.domain.storage;

import java.util.Optional;

/**
 * How a file is to be handed out.
 *
 * @param saveAs the name under which a browser saves it; empty shows or plays it in the page
 */
public record Download(ObjectKey key, Optional<String> saveAs) {
  public Download {
    saveAs.ifPresent(
        name -> {
          if (name.isBlank()
              || name.length() > 200
              || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a file name has 1 to 200 printable characters");
          }
        });
  }
}
