package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.TicketSetup;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link TicketSetup} does with a token and an event. */
public interface TicketSetupContract {
  Pattern AND = Pattern.compile("&");

  TicketSetup setup();

  private static List<String> values(URI entrance) {
    return Stream.of(AND.split(entrance.getRawQuery(), -1))
        .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  default void aBrowserCarriesTheTokenAndTheEventThere() {
    TicketedEventId event = new TicketedEventId(UUID.randomUUID());

    URI entrance = setup().entrance(Secret.of("some-token"), Optional.of(event));

    assertThat(entrance.getScheme()).isIn("http", "https");
    assertThat(entrance.getHost()).isNotBlank();
    assertThat(values(entrance)).containsExactlyInAnyOrder("some-token", event.value().toString());
  }

  @Test
  default void whoComesForNoEventCarriesTheTokenAlone() {
    assertThat(values(setup().entrance(Secret.of("some-token"), Optional.empty())))
        .containsExactly("some-token");
  }

  @Test
  default void aTokenArrivesAsItIsWhateverItHolds() {
    URI usual = setup().entrance(Secret.of("x"), Optional.empty());
    for (String token : List.of("a+b/c==", "a&event_id=b", "a b#c", "%2e", "?ü")) {
      URI entrance = setup().entrance(Secret.of(token), Optional.empty());

      assertThat(values(entrance)).as(token).containsExactly(token);
      assertThat(entrance.resolve("?")).as(token).isEqualTo(usual.resolve("?"));
      assertThat(entrance.getRawPath()).as(token).isEqualTo(usual.getRawPath());
      assertThat(entrance.getRawFragment()).as(token).isNull();
    }
  }
}
