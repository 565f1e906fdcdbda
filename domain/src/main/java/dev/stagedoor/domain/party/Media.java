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
 * What a party watches. Everybody in it gets the address, so it may hold no credentials that can be
 * told as such.
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

  public Media {
    title = PartyText.clean(title);
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

  /**
   * Reads an address.
   *
   * @throws DomainException {@code INVALID_VALUE} when it is none, or holds credentials
   */
  public static Media of(String address, String title, Optional<String> itemId) {
    try {
      return new Media(new URI(address.strip()), title, itemId);
    } catch (URISyntaxException e) {
      throw DomainException.invalid("mediaUrl", "url");
    }
  }

  private static boolean isPlayable(URI address) {
    return WebAddress.is(address)
        && Optional.ofNullable(address.getRawQuery()).filter(PASSWORD.asPredicate()).isEmpty();
  }
}
