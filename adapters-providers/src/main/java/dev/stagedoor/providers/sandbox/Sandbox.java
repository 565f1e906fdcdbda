package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.sandbox.channels.SandboxChannels;
import dev.stagedoor.providers.sandbox.invoices.SandboxInvoicing;
import dev.stagedoor.providers.sandbox.iptv.SandboxIptv;
import dev.stagedoor.providers.sandbox.library.SandboxClips;
import dev.stagedoor.providers.sandbox.mail.Mailbox;
import dev.stagedoor.providers.sandbox.payments.SandboxPayments;
import dev.stagedoor.providers.sandbox.subscriptions.SandboxSubscribers;
import dev.stagedoor.providers.sandbox.ticketing.OrganiserDesk;
import dev.stagedoor.providers.sandbox.ticketing.SandboxTickets;
import dev.stagedoor.providers.sandbox.video.Addresses;
import dev.stagedoor.providers.sandbox.video.Encoder;
import dev.stagedoor.providers.sandbox.video.SandboxVideo;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import dev.stagedoor.providers.sandbox.webhooks.SandboxWebhooks;
import dev.stagedoor.providers.sandbox.webhooks.WebhookPoster;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-in for providers of payments, invoices, subscriptions, video, a library and mail: the
 * ports on one side, and what buyers, encoders and operators do on the other. Works without a
 * server; only when {@linkplain #start started} it posts webhooks, until then look-ups find
 * everything.
 */
public final class Sandbox implements AutoCloseable {
  public static final ProviderId ID = SandboxLine.ID;

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private final SandboxLine line = new SandboxLine();
  private final Deliveries deliveries;
  private final WebhookPoster poster;
  private final SandboxPayments payments;
  private final SandboxInvoicing invoicing;
  private final SandboxSubscribers subscribers;
  private final SandboxVideo video;
  private final SandboxClips clips;
  private final SandboxTickets tickets;
  private final OrganiserDesk organisers;
  private final Mailbox mailbox;
  private final SandboxChannels channels;
  private final SandboxIptv iptv;
  private final WebhookTranslator webhooks;
  private volatile URI baseUrl;

  private Sandbox(
      SandboxSettings settings, SandboxMemory memory, Clock clock, Ids ids, Tokens tokens) {
    baseUrl = settings.baseUrl();
    deliveries = new Deliveries(memory, clock);
    poster = new WebhookPoster(deliveries, settings.webhookSecret(), clock);
    payments = new SandboxPayments(memory, deliveries, poster, settings, clock, tokens);
    invoicing = new SandboxInvoicing(memory, deliveries, () -> baseUrl, clock, tokens);
    subscribers = new SandboxSubscribers(memory, deliveries, () -> baseUrl, clock, tokens);
    video =
        new SandboxVideo(
            memory, deliveries, settings, new Addresses(() -> baseUrl), clock, ids, tokens);
    clips = new SandboxClips(memory, deliveries, settings, () -> baseUrl, clock, ids, tokens);
    tickets = new SandboxTickets(memory, deliveries, () -> baseUrl, clock, ids);
    organisers = new OrganiserDesk(memory, tickets, settings.crossAppSecret(), tokens);
    mailbox = new Mailbox(memory, clock);
    channels = new SandboxChannels(memory, deliveries, mailbox, clock, tokens);
    iptv = new SandboxIptv(() -> baseUrl, clock);
    webhooks = new SandboxWebhooks(settings.webhookSecret(), clock);
  }

  /**
   * Opens the sandbox over its memory. Nothing runs yet.
   *
   * @throws IllegalArgumentException when the webhook secret is none
   */
  public static Sandbox open(
      SandboxSettings settings, SandboxMemory memory, Clock clock, Ids ids, Tokens tokens) {
    return new Sandbox(settings, memory, clock, ids, tokens);
  }

  public PaymentProvider paymentProvider() {
    return payments.provider(line);
  }

  public InvoicingProvider invoicingProvider() {
    return invoicing.provider(line);
  }

  public SubscriptionProvider subscriptionProvider() {
    return subscribers.provider(line);
  }

  public VideoProvider videoProvider() {
    return video.provider(line);
  }

  public LibraryProvider libraryProvider() {
    return clips.provider(line);
  }

  public TicketingProvider ticketingProvider() {
    return tickets.provider(line);
  }

  public MailProvider mailProvider() {
    return mailbox.provider(line);
  }

  public ChannelProvider channelProvider() {
    return channels.provider(line);
  }

  /** Returns who understands the webhooks the sandbox sends. */
  public WebhookProvider webhookProvider() {
    return new WebhookProvider(SandboxLine.ID, webhooks);
  }

  /** Returns the buyer's and the operator's side of payments. */
  public SandboxPayments payments() {
    return payments;
  }

  /** Returns the merchants' and their customers' side of invoices. */
  public SandboxInvoicing invoicing() {
    return invoicing;
  }

  /** Returns the subscribers' side of subscriptions. */
  public SandboxSubscribers subscribers() {
    return subscribers;
  }

  /** Returns the viewer's side of video. */
  public SandboxVideo video() {
    return video;
  }

  /** Returns the encoder's side of video. */
  public Encoder encoder() {
    return video.encoder();
  }

  /** Returns the sender's, the viewer's and the operator's side of the library. */
  public SandboxClips clips() {
    return clips;
  }

  /** Returns the sales and the visitors' side of tickets. */
  public SandboxTickets tickets() {
    return tickets;
  }

  /** Returns where organisers come in who are signed in at the product. */
  public OrganiserDesk organisers() {
    return organisers;
  }

  /** Returns what people do on pages of the social platform. */
  public SandboxChannels channels() {
    return channels;
  }

  /** Returns the IPTV service that subscribers can name. */
  public SandboxIptv iptv() {
    return iptv;
  }

  /** Returns where the server is reached, as far as that is known. */
  public URI address() {
    return baseUrl;
  }

  /** Returns the mailbox everything was sent to. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** Returns the webhooks that were or will be sent. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Returns who sends webhooks. */
  public WebhookPoster poster() {
    return poster;
  }

  /** Returns the line to the far side, which can be cut to see what happens then. */
  public SandboxLine line() {
    return line;
  }

  /**
   * Tells where the server is reached, once that is known; addresses of pages and playback begin
   * with it.
   */
  public void movedTo(URI url) {
    baseUrl = url;
  }

  /**
   * Begins to post webhooks to the server at this address, those first that a crash has left
   * behind.
   */
  public void start(URI server) {
    LOG.warn(
        "SANDBOX: what goes to it is only pretended: no money, no mail, and a test picture."
            + " What it holds: {}/sandbox",
        server);
    payments.recover();
    invoicing.recover();
    subscribers.recover();
    video.recover();
    clips.recover();
    channels.recover();
    tickets.recover();
    organisers.start(server);
    poster.start(server);
  }

  /** Stops posting; what waits is posted after the next start. */
  @Override
  public void close() {
    clips.close();
    poster.close();
  }
}
