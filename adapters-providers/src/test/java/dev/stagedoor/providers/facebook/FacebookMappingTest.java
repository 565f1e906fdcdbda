package dev.stagedoor.providers.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.channels.DirectMessageOutcome.Deferred;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Unknown;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.facebook.FacebookMapping.GraphError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookMappingTest {
  /** Each documented code that is a refusal, and one that is not documented. */
  @ParameterizedTest
  @CsvSource({
    "3, 0, NOT_PERMITTED",
    "10, 0, NOT_PERMITTED",
    "10, 2018278, WINDOW_CLOSED",
    "10, 2534022, WINDOW_CLOSED",
    "10, 1893063, BLOCKED",
    "10, 99, NOT_PERMITTED",
    "100, 0, OTHER",
    "100, 1893061, OTHER",
    "100, 2018001, UNREACHABLE",
    "102, 0, DISCONNECTED",
    "190, 0, DISCONNECTED",
    "190, 458, DISCONNECTED",
    "190, 459, DISCONNECTED",
    "190, 460, DISCONNECTED",
    "190, 463, DISCONNECTED",
    "190, 467, DISCONNECTED",
    "199, 0, OTHER",
    "200, 0, NOT_PERMITTED",
    "230, 0, NOT_PERMITTED",
    "299, 0, NOT_PERMITTED",
    "300, 0, OTHER",
    "368, 0, BLOCKED",
    "551, 0, UNREACHABLE",
    "551, 1545041, UNREACHABLE",
    "2022, 0, OTHER",
    "10900, 0, ALREADY_REPLIED",
    "10902, 0, UNREACHABLE",
    "10903, 0, UNREACHABLE",
    "424242, 0, OTHER"
  })
  void eachCodeHasItsMeaning(long code, long subcode, Why why) {
    assertThat(FacebookMapping.why(new GraphError(code, subcode, false))).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({"190, 0, false, 190", "10, 2018278, false, 10/2018278", "1200, 1, true, 1200/1"})
  void anErrorIsTheSameAfterItsWayThroughTheCall(
      long code, long subcode, boolean passing, String shown) {
    GraphError error = new GraphError(code, subcode, passing);

    assertThat(GraphError.of(error.text())).contains(error);
    assertThat(error.shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "10.x", "99999999999999999999", ".", ":"})
  void whatIsNoCodeIsNone(String text) {
    assertThat(GraphError.of(text)).isEmpty();
  }

  @Test
  void nothingIsGuessedFromALostAnswer() {
    assertThat(
            FacebookMapping.outcome(new ProviderException(Facebook.ID, Kind.UNREADABLE, "reset")))
        .isInstanceOf(Unknown.class);
    assertThat(
            FacebookMapping.outcome(
                new ProviderException(
                    Facebook.ID, Kind.UNAVAILABLE, "down", Duration.ofSeconds(3), null)))
        .isEqualTo(
            new Deferred("Facebook could not be reached", Optional.of(Duration.ofSeconds(3))));
  }
}
