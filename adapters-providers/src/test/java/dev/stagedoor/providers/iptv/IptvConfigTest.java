package dev.stagedoor.providers.iptv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.providers.support.OwnServer;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IptvConfigTest {
  private static final String PREFIX = IptvConfig.PREFIX + ".";

  @Factory
  @Requires(property = "iptv-config-test")
  static final class Surroundings {
    @Singleton
    ProviderRuntime runtime() {
      return ProviderRuntime.plain();
    }
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("iptv-config-test", true);
    settings.put(PREFIX + "enabled", true);
    return settings;
  }

  @Test
  void everySettingIsReadAndNoneIsNeeded() {
    try (ApplicationContext context = ApplicationContext.run(settings())) {
      assertThat(context.getBean(IptvConfig.class)).isEqualTo(IptvConfig.standard());
      assertThat(context.containsBean(PlaylistSource.class)).isTrue();
    }
    Map<String, Object> settings = settings();
    settings.put(PREFIX + "allowed-hosts", List.of(" tv.internal ", "10.0.0.7:8080", ""));
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.getBean(IptvConfig.class).allowedHosts())
          .containsExactly("tv.internal", "10.0.0.7:8080");
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + "enabled", false);
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.containsBean(PlaylistSource.class)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://tv.internal", "tv.internal/path", "*", "a b"})
  void whatMakesNoSenseIsNamed(String host) {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + "allowed-hosts", List.of(host));
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThatThrownBy(() -> context.getBean(IptvConfig.class))
          .hasStackTraceContaining(PREFIX + "allowed-hosts");
    }
  }

  @Test
  void aServerOfOurOwnIsCalledAtItsPortOnly() {
    try (IptvFarSide ours = new IptvFarSide();
        IptvFarSide other = new IptvFarSide();
        Iptv iptv = Iptv.open(IptvConfig.standard(), List.of(own(ours)), ProviderRuntime.plain())) {
      for (IptvFarSide one : List.of(ours, other)) {
        one.on("/list", "#EXTM3U\n#EXTINF:-1,A\nhttp://a/1\n");
      }

      assertThat(fetched(iptv, ours)).isEqualTo(new FetchOutcome.Fetched(1));
      assertThat(((FetchOutcome.Failed) fetched(iptv, other)).problem())
          .isEqualTo(PlaylistProblem.ADDRESS_NOT_ALLOWED);
      assertThat(other.asked).isEmpty();
    }
  }

  private static OwnServer own(IptvFarSide farSide) {
    return () -> URI.create(farSide.at("/")).getAuthority();
  }

  private static FetchOutcome fetched(Iptv iptv, IptvFarSide farSide) {
    return iptv.playlists()
        .fetch(
            new PlaylistAccess(Secret.of(farSide.at("/list")), Optional.empty(), Optional.empty()),
            batch -> {});
  }
}
