package dev.stagedoor.providers.support;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from those that lead elsewhere: into this machine, its
 * network, a cloud's services for its machines, or nowhere. By IANA's registries of special-purpose
 * addresses for IPv4 and IPv6.
 */
final class PublicAddresses {
  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          Block.of("0.0.0.0", 8), // this network
          Block.of("10.0.0.0", 8), // private
          Block.of("100.64.0.0", 10), // shared by customers of a provider; metadata at Alibaba
          Block.of("127.0.0.0", 8), // loopback
          Block.of("168.63.129.16", 32), // Azure's services for its machines
          Block.of("169.254.0.0", 16), // link-local; metadata of most clouds
          Block.of("172.16.0.0", 12), // private
          Block.of("192.0.0.0", 24), // IETF protocols; metadata at Oracle
          Block.of("192.0.2.0", 24), // documentation
          Block.of("192.88.99.0", 24), // relays of 6to4
          Block.of("192.168.0.0", 16), // private
          Block.of("198.18.0.0", 15), // benchmarks
          Block.of("198.51.100.0", 24), // documentation
          Block.of("203.0.113.0", 24), // documentation
          Block.of("224.0.0.0", 4), // multicast
          Block.of("240.0.0.0", 4)); // reserved, broadcast

  /** All that IPv6 gives out. Mapped, NAT64, unique-local, link-local and multicast are outside. */
  private static final Block GIVEN_OUT_6 = Block.of("2000::", 3);

  private static final List<Block> NOT_PUBLIC_6 =
      List.of(
          Block.of("2001::", 23), // IETF protocols; Teredo
          Block.of("2001:db8::", 32), // documentation
          Block.of("2002::", 16), // 6to4, which holds any address of IPv4
          Block.of("3fff::", 20)); // documentation

  /** Addresses that begin with the same bits. */
  private record Block(List<Byte> start, int bits) {
    static Block of(String address, int bits) {
      try {
        return new Block(bytes(InetAddress.getByName(address)), bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("not an address: " + address, e);
      }
    }

    boolean has(List<Byte> address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((start.get(bit / 8) ^ address.get(bit / 8)) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private PublicAddresses() {}

  /** Tells whether a connection to an address goes out to the public internet. */
  static boolean has(InetAddress address) {
    List<Byte> bytes = bytes(address);
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_4.stream().noneMatch(block -> block.has(bytes));
    }
    return GIVEN_OUT_6.has(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.has(bytes));
  }

  private static List<Byte> bytes(InetAddress address) {
    byte[] bytes = address.getAddress();
    Byte[] boxed = new Byte[bytes.length];
    Arrays.setAll(boxed, i -> bytes[i]);
    return List.of(boxed);
  }
}
