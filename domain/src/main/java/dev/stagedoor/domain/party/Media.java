package dev.stagedoor.domain.party;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a party watches. Everybody in it gets the address, so {@linkplain #of what is chosen} may
 * hold no credentials that can be told as such. What was chosen before stays what it is.
 *
 * @param itemId what it is in the playlists of whoever chose it, where it is anything there
 */
public record Media(URI address, String title, Optional<String> itemId) {
  /** How services of Xtream's kind take it; whether a path holds one nobody can tell. */
  private static final Pattern PASSWORD =
      Pattern.compile("(^|&)password=", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_ADDRESS = 2048;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_ITEM = 200;

  /**
   * Reads what somebody wants to be watched.
   *
   * @throws DomainException {@code INVALID_VALUE} when the address is none, or holds credentials,
   *     or anything is too long
   */
  public static Media of(String address, String title, Optional<String> itemId) {
    try {
      Media wanted = new Media(new URI(address.strip()), PartyText.clean(title), itemId);
      wanted.mustBePlayable();
      return wanted;
    } catch (URISyntaxException e) {
      throw DomainException.invalid("mediaUrl", "url");
    }
  }

  /** Rebuilds what is stored, whatever is asked of new ones by now; for repositories only. */
  public static Media restore(URI address, String title, Optional<String> itemId) {
    return new Media(address, title, itemId);
  }

  private void mustBePlayable() {
    Faults faults = new Faults();
    faults.refuseIf(!isPlayable(address), Fault.of("mediaUrl", "url"));
    faults.refuseIf(
        address.toString().length() > LONGEST_ADDRESS,
        Fault.longerThan("mediaUrl", LONGEST_ADDRESS));
    faults.refuseIf(title.length() > LONGEST_TITLE, Fault.longerThan("title", LONGEST_TITLE));
    faults.refuseIf(
        itemId.filter(id -> id.length() > LONGEST_ITEM).isPresent(),
        Fault.longerThan("itemId", LONGEST_ITEM));
    faults.refuseAny();
  }

  private static boolean isPlayable(URI address) {
    return WebAddress.is(address)
        && Optional.ofNullable(address.getRawQuery()).filter(PASSWORD.asPredicate()).isEmpty();
  }
}
