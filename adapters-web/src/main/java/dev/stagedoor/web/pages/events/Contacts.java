package dev.stagedoor.web.pages.events;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.WebAddress;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people get in touch with an organiser: mail, telephone and website first, then what else the
 * organiser says, by its own name. Links lead to mail, telephones and the web, and nowhere else.
 */
public record Contacts(List<Contact> entries) {
  static final String EMAIL = "email";
  static final String PHONE = "phone";
  static final String WEBSITE = "website";
  static final List<String> KNOWN = List.of(EMAIL, PHONE, WEBSITE);

  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()./\\-]{2,30}");
  private static final Pattern PLACE = Pattern.compile("(?<host>[^:@]+)(?<port>(?::[0-9]{1,5})?)");
  private static final Pattern BARE_HOST =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*\\.\\p{L}{2,}(?:[/?#].*)?");

  /**
   * One way to get in touch.
   *
   * @param isKnown whether its name is one of ours, which readers see in their language
   */
  public record Contact(String name, String text, Optional<String> link, boolean isKnown) {}

  public Contacts {
    entries = List.copyOf(entries);
  }

  static Contacts of(Map<String, String> data) {
    Map<String, String> left = new LinkedHashMap<>(data);
    List<Contact> entries = new ArrayList<>();
    for (String name : KNOWN) {
      String text = left.getOrDefault(name, "");
      left.remove(name);
      if (!text.isBlank()) {
        entries.add(new Contact(name, text, link(name, text), true));
      }
    }
    left.forEach(
        (name, text) -> {
          if (!text.isBlank()) {
            entries.add(new Contact(name, text, web(text), false));
          }
        });
    return new Contacts(entries);
  }

  private static Optional<String> link(String name, String text) {
    return switch (name) {
      case EMAIL -> mail(text);
      case PHONE -> telephone(text);
      default -> website(text);
    };
  }

  /** Reads the address of a website as people write it, with or without its scheme. */
  static Optional<String> website(String text) {
    String stripped = text.strip();
    return web(BARE_HOST.matcher(stripped).matches() ? "https://" + stripped : stripped);
  }

  /** Returns an address of the web as a link; empty for everything else. */
  static Optional<String> web(String text) {
    try {
      return web(new URI(text.strip()));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Returns an address of the web as a link; empty for everything else. */
  static Optional<String> web(URI address) {
    return Optional.of(address)
        .filter(WebAddress::is)
        .or(() -> withHostInAscii(address))
        .map(URI::toASCIIString);
  }

  /** Writes a host with letters of any script as the web does: only so it is a host to Java. */
  private static Optional<URI> withHostInAscii(URI address) {
    Matcher place = PLACE.matcher(String.valueOf(address.getRawAuthority()));
    if (address.getScheme() == null || address.getHost() != null || !place.matches()) {
      return Optional.empty();
    }
    try {
      String host = IDN.toASCII(place.group("host"), IDN.USE_STD3_ASCII_RULES);
      String scheme = address.getScheme() + "://";
      String behind = address.toString().substring(scheme.length() + place.end());
      return WebAddress.of(scheme + host + place.group("port") + behind);
    } catch (IllegalArgumentException notAHost) {
      return Optional.empty();
    }
  }

  /** Returns the link that writes to an address; empty when it is none. */
  static Optional<String> mail(String text) {
    try {
      String address = new EmailAddress(text).value();
      // What stands behind a question mark would fill in more than the address.
      return Optional.of(
          "mailto:"
              + URLEncoder.encode(address, StandardCharsets.UTF_8)
                  .replace("+", "%20")
                  .replace("%40", "@"));
    } catch (DomainException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<String> telephone(String text) {
    String stripped = text.strip();
    return TELEPHONE.matcher(stripped).matches()
        ? Optional.of("tel:" + stripped.replaceAll("[^+0-9]", ""))
        : Optional.empty();
  }
}
