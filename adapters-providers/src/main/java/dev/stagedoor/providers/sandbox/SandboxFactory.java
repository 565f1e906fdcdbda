package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.OwnServer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;

/** Opens the sandbox in a server, and offers its providers. */
@Factory
final class SandboxFactory {
  @Singleton
  SandboxSettings settings(SandboxConfig config) {
    return config.settings();
  }

  @Singleton
  @Bean(preDestroy = "close")
  Sandbox sandbox(
      SandboxSettings settings, SandboxMemory memory, Clock clock, Ids ids, Tokens tokens) {
    return Sandbox.open(settings, memory, clock, ids, tokens);
  }

  @Singleton
  PaymentProvider payments(Sandbox sandbox) {
    return sandbox.paymentProvider();
  }

  @Singleton
  InvoicingProvider invoicing(Sandbox sandbox) {
    return sandbox.invoicingProvider();
  }

  @Singleton
  SubscriptionProvider subscriptions(Sandbox sandbox) {
    return sandbox.subscriptionProvider();
  }

  @Singleton
  VideoProvider video(Sandbox sandbox) {
    return sandbox.videoProvider();
  }

  @Singleton
  LibraryProvider library(Sandbox sandbox) {
    return sandbox.libraryProvider();
  }

  @Singleton
  TicketingProvider ticketing(Sandbox sandbox) {
    return sandbox.ticketingProvider();
  }

  @Singleton
  MailProvider mail(Sandbox sandbox) {
    return sandbox.mailProvider();
  }

  @Singleton
  ChannelProvider channels(Sandbox sandbox) {
    return sandbox.channelProvider();
  }

  @Singleton
  WebhookProvider webhooks(Sandbox sandbox) {
    return sandbox.webhookProvider();
  }

  /** Lets subscribers name the sandbox's IPTV service, wherever this server is. */
  @Singleton
  OwnServer own(Sandbox sandbox) {
    return () -> authority(sandbox.address());
  }

  private static String authority(URI address) {
    int own = "https".equals(address.getScheme()) ? 443 : 80;
    return address.getHost() + ":" + (address.getPort() < 0 ? own : address.getPort());
  }

  /** Posts webhooks to this very server, from when it can take them. */
  @Singleton
  static final class Start implements ApplicationEventListener<ServerStartupEvent> {
    private final Sandbox sandbox;
    private final SandboxConfig config;

    Start(Sandbox sandbox, SandboxConfig config) {
      this.sandbox = sandbox;
      this.config = config;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
      URI server = reachable(event.getSource().getURI());
      if (config.baseUrl() == null) {
        sandbox.movedTo(server);
      }
      sandbox.start(server);
    }

    /** Every address (0.0.0.0) can be listened at, but not everywhere be called. */
    private static URI reachable(URI listening) {
      return listening.getHost().equals("0.0.0.0")
          ? URI.create("http://localhost:" + listening.getPort())
          : listening;
    }
  }
}
