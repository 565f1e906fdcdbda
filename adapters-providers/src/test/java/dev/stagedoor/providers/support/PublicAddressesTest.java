package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  private static boolean isPublic(String address) throws UnknownHostException {
    return PublicAddresses.has(InetAddress.getByName(address));
  }

  /** Both ends of each block, so that a wrong length shows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.170.2",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.0.255",
        "192.0.2.0",
        "192.0.2.255",
        "192.88.99.0",
        "192.88.99.255",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.0",
        "198.51.100.255",
        "203.0.113.0",
        "203.0.113.255",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.254",
        "255.255.255.255"
      })
  void whatLeadsInsideOrNowhereIsNotPublic(String address) throws UnknownHostException {
    assertThat(isPublic(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.1.255",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "8.8.8.8",
        "2001:200::",
        "2001:4860:4860::8888",
        "2001:db7:ffff::",
        "2001:db9::",
        "2003::1",
        "2606:4700::1111",
        "2620:4f:8000::1",
        "2a00:1450::1",
        "3ffe:ffff::",
        "3fff:1000::",
        "3fff:ffff::1"
      })
  void whatIsBesideIsPublic(String address) throws UnknownHostException {
    assertThat(isPublic(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1", // unspecified, loopback
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", // mapped
        "::127.0.0.1",
        "::8.8.8.8", // compatible
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1", // NAT64
        "100::1",
        "100:0:0:1::1", // discard
        "1fff:ffff::1",
        "4000::1", // not given out
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", // Teredo
        "2001:1::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::", // IETF protocols
        "2001:db8::",
        "2001:db8:ffff::1", // documentation
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:808:808::1", // 6to4
        "3fff::",
        "3fff:fff:ffff::1", // documentation
        "5f00::1", // segment routing
        "fc00::",
        "fd00:ec2::254",
        "fd20:ce::254",
        "fdff:ffff::1", // unique-local
        "fe80::1",
        "fe80::a9fe:a9fe",
        "febf::1", // link-local
        "fec0::1", // site-local
        "ff00::",
        "ff02::1",
        "ffff::1" // multicast
      })
  void sixHasNoWayInsideEither(String address) throws UnknownHostException {
    assertThat(isPublic(address)).isFalse();
  }

  /** However an address of IPv4 is wrapped, it leads nowhere new. */
  @Property
  void nothingOfFourIsReachedThroughSix(@ForAll @Size(4) byte[] four) throws UnknownHostException {
    assertThat(wrapped(four, 12)).as("compatible").isFalse();
    assertThat(wrapped(four, 12, 0x00, 0x64, 0xff, 0x9b)).as("NAT64").isFalse();
    assertThat(wrapped(four, 2, 0x20, 0x02)).as("6to4").isFalse();
    assertThat(wrapped(four, 12, 0x20, 0x01, 0x00, 0x00)).as("Teredo").isFalse();
  }

  private static boolean wrapped(byte[] four, int at, int... start) throws UnknownHostException {
    byte[] six = new byte[16];
    for (int i = 0; i < start.length; i++) {
      six[i] = (byte) start[i];
    }
    System.arraycopy(four, 0, six, at, 4);
    return PublicAddresses.has(Inet6Address.getByAddress(null, six, -1));
  }

  /** Java's own words for what leads inside agree, as far as it has any. */
  @Property
  void whatJavaKnowsToBeInsideIsNotPublic(@ForAll @Size(4) byte[] four)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(four);
    boolean inside =
        address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();

    assertThat(inside && PublicAddresses.has(address)).isFalse();
  }

  @Property
  void onlyWhatIsGivenOutIsPublic(@ForAll @Size(16) byte[] six) throws UnknownHostException {
    boolean isGivenOut = (six[0] & 0xe0) == 0x20;

    assertThat(!isGivenOut && PublicAddresses.has(Inet6Address.getByAddress(null, six, -1)))
        .isFalse();
  }
}
