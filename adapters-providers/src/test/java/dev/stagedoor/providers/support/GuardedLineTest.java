package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** The line to addresses that users name breaks as the other does. */
class GuardedLineTest extends BrokenLinesTest {
  @BeforeAll
  static void warm() throws Exception {
    // The first call reads hundreds of classes, for which no time limit is meant.
    try (RawServer server = new RawServer(RawServer.ok("{}"));
        NamedSites sites = sites(HttpLimits.DEFAULT, new StillWaiting())) {
      Answer ignored = sites.to(server.address()).build().get("thing.read", "/things").send();
    }
  }

  private static NamedSites sites(HttpLimits limits, Waiting waiting) {
    return new NamedSites(
        new ProviderId("acme"),
        ProviderRuntime.plain().with(waiting),
        limits,
        List.of("127.0.0.1", "nobody.invalid"));
  }

  @Override
  ProviderHttp http(URI address, HttpLimits limits) {
    return sites(limits, waiting).to(address).build();
  }
}
