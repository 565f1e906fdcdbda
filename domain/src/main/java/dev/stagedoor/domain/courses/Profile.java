package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.WebAddress;
import java.net.URI;
import java.util.Optional;

/** What somebody tells everybody of themselves. */
public record Profile(UserId user, String headline, String bio, Optional<URI> picture) {
  public static final int MAX_HEADLINE = 200;
  public static final int MAX_BIO = 5000;
  private static final int MAX_PICTURE = 2000;

  public Profile {
    headline = headline.strip();
    bio = bio.strip();
    if (headline.length() > MAX_HEADLINE) {
      throw DomainException.invalid(Fault.longerThan("headline", MAX_HEADLINE));
    }
    if (bio.length() > MAX_BIO) {
      throw DomainException.invalid(Fault.longerThan("bio", MAX_BIO));
    }
    picture.ifPresent(
        address -> {
          if (!WebAddress.isWithOrWithoutUser(address)
              || address.toString().length() > MAX_PICTURE) {
            throw DomainException.invalid("pictureUrl", "url");
          }
        });
  }

  /** Somebody who has told nothing yet. */
  public static Profile blank(UserId user) {
    return new Profile(user, "", "", Optional.empty());
  }
}
