package dev.stagedoor.web.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Network(byte[] start, int bits) {
  // Only characters of numeric addresses: a name would be looked up.
  private static final Pattern NUMERIC =
      Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final int GROUP_BITS = 64;

  /**
   * @throws IllegalArgumentException when the text is no address or range of addresses
   */
  static Network parse(String text) {
    String[] parts = text.split("/", 2);
    byte[] start =
        address(parts[0])
            .map(InetAddress::getAddress)
            .orElseThrow(() -> new IllegalArgumentException("not an address or network: " + text));
    int most = start.length * 8;
    int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("not an address or network: " + text);
    }
    return new Network(start, bits);
  }

  static boolean isAddress(String text) {
    return address(text).isPresent();
  }

  static String group(String address) {
    Optional<InetAddress> six = address(address).filter(Inet6Address.class::isInstance);
    if (six.isEmpty()) {
      return address;
    }
    byte[] network = Arrays.copyOf(Arrays.copyOf(six.get().getAddress(), GROUP_BITS / 8), 16);
    try {
      return InetAddress.getByAddress(network).getHostAddress() + "/" + GROUP_BITS;
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }

  boolean contains(String address) {
    return address(address).map(InetAddress::getAddress).filter(this::contains).isPresent();
  }

  private boolean contains(byte[] other) {
    if (other.length != start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((other[bit / 8] & mask) != (start[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<InetAddress> address(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (!NUMERIC.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
