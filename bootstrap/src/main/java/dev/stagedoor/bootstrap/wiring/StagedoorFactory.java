package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.bootstrap.config.AdminConfig;
import dev.stagedoor.bootstrap.config.CoursesConfig;
import dev.stagedoor.bootstrap.config.PriceBookConfig;
import dev.stagedoor.bootstrap.config.RetentionConfig;
import dev.stagedoor.bootstrap.config.RoutesConfig;
import dev.stagedoor.bootstrap.config.ServiceConfig;
import dev.stagedoor.bootstrap.config.StagedoorConfig;
import dev.stagedoor.bootstrap.config.TicketingConfig;
import dev.stagedoor.bootstrap.config.TvConfig;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.web.pages.Site;
import dev.stagedoor.web.request.CrossAppOrigin;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes the one {@link Stagedoor} of this server from its ports and settings. */
@Factory
final class StagedoorFactory {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Singleton
  Ids ids(Clock clock, SecureRandom random) {
    return new TimeOrderedIds(clock, random);
  }

  @Singleton
  Tokens tokens(SecureRandom random) {
    return new SecureTokens(random);
  }

  @Singleton
  Settings settings(
      StagedoorConfig server,
      PriceBookConfig prices,
      AdminConfig admin,
      RetentionConfig retention,
      CoursesConfig courses,
      TicketingConfig ticketing,
      TvConfig tv,
      RoutesConfig routes,
      List<ServiceConfig> services) {
    return new Settings(
        server.publicUrl(),
        server.enabledAreas(),
        prices.priceBook(),
        server.cookieLife(),
        admin.firstAdmin(),
        new Settings.Retention(retention.webhooks(), retention.messages()),
        courses.courses(),
        ticketing.ticketing(routes.shop().isPresent()),
        tv.tv(),
        services.stream().flatMap(service -> service.peer().stream()).toList());
  }

  @Singleton
  Site site(Optional<SandboxSettings> sandbox, Providers providers) {
    return new Site(sandbox.isPresent(), providers.areAllOf(Choice.SANDBOX));
  }

  /** Unless a site is named, it is the one where the ticketing system lets organisers in. */
  @Singleton
  CrossAppOrigin crossAppOrigin(TicketingConfig config, RoutesConfig routes, Providers providers) {
    return new CrossAppOrigin(
        config
            .site()
            .or(
                () ->
                    routes
                        .shop()
                        .flatMap(on -> providers.ticketing().forNew().setup())
                        .map(setup -> setup.entrance(Secret.of("none"), Optional.empty()))
                        .map(page -> page.getScheme() + "://" + page.getAuthority())));
  }

  @Singleton
  Stagedoor stagedoor(
      PersistencePorts persistence,
      Providers providers,
      Settings settings,
      Monitoring monitoring,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    return new Stagedoor(persistence, providers, settings, monitoring, clock, ids, tokens);
  }
}
