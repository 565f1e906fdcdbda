package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.WebAddress;
import java.util.Optional;

/**
 * How the playlist of an IPTV service is reached. All of it is a secret: many services carry name
 * and password in the address itself.
 */
public record PlaylistAccess(Secret url, Optional<String> username, Optional<Secret> password) {
  public static final int MAX_URL = 2000;
  public static final int MAX_CREDENTIAL = 200;

  /**
   * @throws DomainException {@code INVALID_VALUE} where the address is no web address, or something
   *     is too long
   */
  public PlaylistAccess {
    if (url.reveal().length() > MAX_URL) {
      throw DomainException.invalid(Fault.longerThan("url", MAX_URL));
    }
    if (WebAddress.of(url.reveal()).isEmpty()) {
      throw DomainException.invalid("url", "url");
    }
    if (username.filter(name -> name.length() > MAX_CREDENTIAL).isPresent()) {
      throw DomainException.invalid(Fault.longerThan("username", MAX_CREDENTIAL));
    }
    if (password.filter(word -> word.reveal().length() > MAX_CREDENTIAL).isPresent()) {
      throw DomainException.invalid(Fault.longerThan("password", MAX_CREDENTIAL));
    }
  }
}
