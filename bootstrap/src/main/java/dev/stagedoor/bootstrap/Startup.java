package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.bootstrap.config.RoutesConfig;
import dev.stagedoor.bootstrap.config.StagedoorConfig;
import dev.stagedoor.bootstrap.wiring.Database;
import dev.stagedoor.bootstrap.wiring.Opened;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.jobs.JobRunner;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.ticketing.NewSale;
import dev.stagedoor.providers.sandbox.ticketing.Sale;
import dev.stagedoor.providers.sandbox.ticketing.SandboxTickets;
import dev.stagedoor.providers.sandbox.ticketing.ShopStatus;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens once the server listens: the first admin, jobs, the demo, the report. */
@Singleton
final class Startup {
  private final StagedoorConfig config;
  private final Settings settings;
  private final Stagedoor stagedoor;
  private final Providers providers;
  private final RoutesConfig routes;
  private final List<ChannelProvider> channels;
  private final Persistence persistence;
  private final Database database;
  private final Optional<Sandbox> sandbox;
  private final ProviderRuntime runtime;
  private final Opened opened;
  private final StartedIndicator indicator;
  private JobRunner.@Nullable Running jobs;

  Startup(
      StagedoorConfig config,
      Settings settings,
      Stagedoor stagedoor,
      Providers providers,
      RoutesConfig routes,
      List<ChannelProvider> channels,
      Persistence persistence,
      Database database,
      Optional<Sandbox> sandbox,
      ProviderRuntime runtime,
      Opened opened,
      StartedIndicator indicator) {
    this.config = config;
    this.settings = settings;
    this.stagedoor = stagedoor;
    this.providers = providers;
    this.routes = routes;
    this.channels = channels;
    this.persistence = persistence;
    this.database = database;
    this.sandbox = sandbox;
    this.runtime = runtime;
    this.opened = opened;
    this.indicator = indicator;
  }

  @EventListener
  void started(ServerStartupEvent event) {
    stagedoor.prepare();
    if (config.demo()) {
      new Demo(stagedoor, config.publicUrl(), this::send, shop(), television()).fill();
    }
    List<RecurringJob> recurring = new ArrayList<>(stagedoor.recurringJobs());
    recurring.addAll(persistence.housekeeping(settings.retention()));
    jobs = persistence.jobRunner().start(stagedoor.jobHandlers(), recurring);
    new StartupReport(
            config, providers, channels, database.description(config.dataFolder()), warnings())
        .log();
    opened.handOver();
    indicator.started();
  }

  /** Returns the sandbox's shop, where new tickets are sold there. */
  private Optional<EventsDemo.Shop> shop() {
    return sandbox
        .filter(one -> routes.shop().equals(Optional.of(Sandbox.ID.value())))
        .map(one -> event -> sell(one.tickets(), event));
  }

  private static String sell(SandboxTickets tickets, EventView event) {
    Sale sale =
        tickets.offer(
            new NewSale(
                event.title(),
                Optional.of(event.startsAt()),
                event.endsAt(),
                Optional.of(event.id())));
    return tickets.change(sale.id(), ShopStatus.LIVE).orElse(sale).id();
  }

  /** Returns the sandbox's IPTV service, which takes any name and password. */
  private Optional<PlaylistAccess> television() {
    return sandbox.map(
        one ->
            new PlaylistAccess(
                Secret.of(config.publicUrl().resolve("/sandbox/iptv/get.php").toString()),
                Optional.of("demo"),
                Optional.of(Secret.of("demo"))));
  }

  /** Sends a file of the demo to where its store takes files, which is mostly this server. */
  private void send(SignedRequest request, byte[] file) {
    ProviderRequest upload =
        ProviderHttp.to(providers.storage().id(), request.address().resolve("/"), runtime)
            .build()
            .request("demo-upload", request.method(), request.address())
            .bytes(file);
    request.headers().forEach(upload::header);
    var unused = upload.send();
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (sandbox.isPresent()) {
      warnings.add("the sandbox is on: what goes to it is only pretended; see /sandbox");
    }
    if (!config.isProduction()) {
      warnings.add("development settings: keys that everybody knows");
    }
    return warnings;
  }

  @PreDestroy
  void stop() {
    if (jobs != null) {
      jobs.close();
    }
  }
}
