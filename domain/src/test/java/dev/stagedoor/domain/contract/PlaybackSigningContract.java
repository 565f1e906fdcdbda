package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PlaybackSigning} does, and the far side that checks what was signed. */
public interface PlaybackSigningContract {
  PlaybackSigning signing();

  SignedPlaybackWorld world();

  private String address() {
    return world().aSignedOnlyVideo().playbackUrl().orElseThrow();
  }

  private Instant soon() {
    return world().now().plus(Duration.ofMinutes(10));
  }

  @Test
  default void withoutASignatureNothingPlays() {
    assertThat(world().plays(address())).isFalse();
  }

  @Test
  default void aSignedAddressPlays() {
    SignedPlayback signed = signing().sign(address(), soon());

    assertThat(world().plays(signed.playlist())).isTrue();
    signed.thumbnail().ifPresent(still -> assertThat(world().shows(still)).isTrue());
  }

  @Test
  default void aSignedAddressPlaysUntilItsTimeAndNoLonger() {
    SignedPlayback signed = signing().sign(address(), soon());
    assertThat(signed.until()).isBetween(soon().truncatedTo(ChronoUnit.SECONDS), soon());

    world().pass(Duration.ofMinutes(9));
    assertThat(world().plays(signed.playlist())).isTrue();

    world().pass(Duration.ofMinutes(2));
    assertThat(world().plays(signed.playlist())).isFalse();
    signed.thumbnail().ifPresent(still -> assertThat(world().shows(still)).isFalse());
  }

  @Test
  default void anAlteredAddressPlaysNothing() {
    SignedPlayback signed = signing().sign(address(), soon());
    String playlist = signed.playlist();

    for (int at = pathOf(playlist); at < playlist.length(); at++) {
      String altered = altered(playlist, at);
      if (!altered.equals(playlist)) {
        assertThat(world().plays(altered)).as("altered at %s", at).isFalse();
      }
    }
    assertThat(world().plays(playlist)).isTrue();
  }

  @Test
  default void aSignatureIsGoodForOneVideo() {
    String one = address();
    String other = address();
    SignedPlayback signed = signing().sign(one, soon());
    String moved = signed.playlist().replace(nameIn(one, other), nameIn(other, one));

    assertThat(world().plays(moved)).isEqualTo(moved.equals(signed.playlist()));
    assertThat(world().plays(signing().sign(other, soon()).playlist())).isTrue();
  }

  @Test
  default void aSignatureForTheStillPlaysNoFilm() {
    SignedPlayback signed = signing().sign(address(), soon());

    signed.thumbnail().ifPresent(still -> assertThat(world().plays(still)).isFalse());
  }

  @Test
  default void nobodyIsAskedToSign() {
    String address = address();
    world().fail(FarSideFailure.DOWN);

    assertThatCode(() -> signing().sign(address, soon())).doesNotThrowAnyException();

    world().recover();
  }

  @Test
  default void anAddressOfSomebodyElseIsNotSigned() {
    for (String foreign :
        List.of(
            "https://play.example.org/abc/manifest/video.m3u8",
            "https://play.example.org/abc.m3u8",
            address().replaceFirst("://", "://evil."),
            address() + "/../other.m3u8",
            "not an address",
            "")) {
      assertThatIllegalArgumentException()
          .as(foreign)
          .isThrownBy(() -> signing().sign(foreign, soon()));
    }
  }

  @Test
  default void nothingIsSignedForLongerThanADay() {
    String address = address();
    Instant day = world().now().plus(Duration.ofHours(24));

    assertThat(world().plays(signing().sign(address, day).playlist())).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signing().sign(address, day.plusSeconds(1)));
  }

  @Test
  default void signedAddressesAreNotPrinted() {
    SignedPlayback signed = signing().sign(address(), soon());

    assertThat(signed.toString()).doesNotContain("http");
  }

  private static int pathOf(String url) {
    return url.length() - url.substring(url.indexOf("://") + 3).replaceFirst("[^/]*/", "").length();
  }

  /** Changes one character so that its highest bit in Base64 is another: it cannot be padding. */
  private static String altered(String url, int at) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int index = alphabet.indexOf(url.charAt(at));
    return index < 0
        ? url
        : url.substring(0, at) + alphabet.charAt(index ^ 32) + url.substring(at + 1);
  }

  /** Returns what of a URL's path differs from another's. */
  private static String nameIn(String url, String other) {
    String[] ours = URI.create(url).getPath().split("/", -1);
    String[] theirs = URI.create(other).getPath().split("/", -1);
    for (int i = 0; i < ours.length; i++) {
      if (i >= theirs.length || !ours[i].equals(theirs[i])) {
        return ours[i];
      }
    }
    throw new IllegalArgumentException("two videos have one address");
  }
}
