package dev.stagedoor.persistence.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.application.library.LibraryProviders;
import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.application.liveselling.ConnectMerchant;
import dev.stagedoor.application.liveselling.ConnectPage;
import dev.stagedoor.application.liveselling.GenerateInvoices;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.application.subscriptions.SubscriptionProviders;
import dev.stagedoor.application.ticketing.TicketingProviders;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.fake.FakeChannels;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.fake.FakeInvoicing;
import dev.stagedoor.domain.fake.FakeMail;
import dev.stagedoor.domain.fake.FakePayments;
import dev.stagedoor.domain.fake.FakeStorage;
import dev.stagedoor.domain.fake.FakeVideo;
import dev.stagedoor.domain.fake.FakeWebhooks;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.persistence.TestLiveSelling;
import dev.stagedoor.persistence.TestPersistence;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two workspaces that sell on one page, in the real database. */
class SharedPageTest {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  private static final ProviderId FAKE = new ProviderId("fake");
  private static final int ROUNDS = 15;

  private final MutableClock clock = new MutableClock(Samples.NOW);
  private final FakeChannels channels = new FakeChannels();
  private final FakeInvoicing invoicing = new FakeInvoicing();
  private final FakeWebhooks webhooks = new FakeWebhooks();
  private final Stagedoor stagedoor =
      new Stagedoor(
          OPEN.ports(),
          new Providers(
              new FakeIdentityProvider(clock).provider(),
              PaymentProviders.only(new FakePayments().provider()),
              VideoProviders.only(new FakeVideo().provider()),
              LibraryProviders.none(),
              new MailProvider(FAKE, new FakeMail()),
              new FakeStorage(clock).provider(),
              InvoicingProviders.only(invoicing.provider()),
              ChannelProviders.only(channels.provider()),
              TicketingProviders.none(),
              SubscriptionProviders.none(),
              Optional.empty(),
              WebhookTranslators.only(new WebhookProvider(FAKE, webhooks, Optional.empty())),
              Optional.empty()),
          Settings.standard(URI.create("https://example.org")),
          clock,
          new TimeOrderedIds(clock, new SecureRandom()),
          new SecureTokens(new SecureRandom()));
  private final Channel page = channels.page();

  /** Somebody who sells at a show that follows the post. */
  private record Shop(Actor operator, ShowId show) {}

  private Shop shop(String post) {
    Actor operator = Actor.user(TestLiveSelling.anAccountOnFile(OPEN), Role.USER);
    WorkspaceId workspace =
        new WorkspaceId(stagedoor.workspaces().create(operator, "Antiques", Optional.empty()).id());
    stagedoor
        .workspaces()
        .change(
            Actor.system(), workspace, Optional.empty(), Optional.empty(), Optional.of(Plan.PRO));
    stagedoor
        .connections()
        .connect(
            operator,
            Optional.empty(),
            new ProviderId("stripe"),
            new ConnectMerchant(
                Secret.of("sk_fake_antiques_7777"),
                Optional.of("here"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChangeSettings.none()));
    stagedoor
        .connections()
        .connect(
            operator,
            Optional.empty(),
            new ProviderId("facebook"),
            new ConnectPage(page.page().value(), page.token(), Optional.empty()));
    ShowId show =
        new ShowId(
            stagedoor
                .shows()
                .create(operator, Optional.empty(), "Friday sale", Optional.of(post))
                .id());
    stagedoor.shows().start(operator, show);
    stagedoor
        .showItems()
        .add(operator, show, new ShowItem.Details(1, "Vase", Optional.of(1_000L), 5));
    return new Shop(operator, show);
  }

  private void writes(String post, String person) {
    RawWebhook delivery =
        webhooks.delivery(
            new ChannelEvent.CommentWritten(
                page.page(),
                new ProviderRef(FAKE, post),
                channels.comment(page),
                Optional.of(new ProviderRef(FAKE, person)),
                Optional.of(person),
                "sold 1",
                clock.instant()));
    stagedoor
        .webhooks()
        .receive(delivery.provider(), delivery.topic(), delivery.headers(), delivery.body());
  }

  private InvoiceId invoice(Shop shop) {
    return new InvoiceId(
        stagedoor
            .showInvoices()
            .generate(
                shop.operator(),
                shop.show(),
                new GenerateInvoices(Optional.empty(), false, Optional.empty()))
            .get(0)
            .id());
  }

  @Test
  void oneOfTwoWorkspacesAnswersAComment() {
    for (int round = 0; round < ROUNDS; round++) {
      String post = "post-" + round;
      List<Shop> shops = List.of(shop(post), shop(post));
      writes(post, "ann-" + round);
      List<InvoiceId> invoices = shops.stream().map(this::invoice).toList();
      AtomicInteger next = new AtomicInteger();

      List<String> reasons =
          Race.of(
              2,
              () -> {
                int mine = next.getAndIncrement();
                Shop shop = shops.get(mine);
                return stagedoor
                    .showInvoices()
                    .send(shop.operator(), shop.show(), invoices.get(mine))
                    .delivery()
                    .reason();
              });

      assertThat(reasons).containsExactlyInAnyOrder("reply_to_comment", "reply_used");
    }
  }
}
