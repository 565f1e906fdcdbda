package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a workspace can connect. One more provider is one more entry, and its texts below {@code
 * liveselling.integration.<provider>}.
 *
 * <p>Integrations are kept under the name by which a workspace asks for them, whoever answers: so
 * that a stand-in for several keeps them apart.
 */
public final class IntegrationCatalog {
  /** The platform whose pages comments come from. */
  public static final ProviderId FACEBOOK = ShowService.PLATFORM;

  private static final List<Entry> ENTRIES =
      List.of(
          payment("stripe", List.of(Method.OAUTH, Method.API_KEY), false, true),
          payment("square", List.of(Method.API_KEY), true, true),
          payment("shopify", List.of(Method.API_KEY), true, true),
          payment("medusajs", List.of(Method.API_KEY), true, false),
          new Entry(FACEBOOK, Kind.CHANNEL, List.of(Method.PAGE_TOKEN), false, false, Plan.FREE));

  private final InvoicingProviders invoicing;
  private final ChannelProviders channels;

  /** What a provider is for. */
  public enum Kind {
    /** Writes invoices. */
    PAYMENT,
    /** Brings comments, and messages to buyers. */
    CHANNEL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a provider is connected. */
  public enum Method {
    API_KEY,
    OAUTH,
    PAGE_TOKEN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One provider.
   *
   * @param provider the name by which it is asked for
   * @param methods how it can be connected, the simplest first
   * @param needsSite whether a key alone does not say where it is good
   * @param hasPayPage whether its invoices have a page to pay on
   * @param plan the least plan that includes it
   */
  public record Entry(
      ProviderId provider,
      Kind kind,
      List<Method> methods,
      boolean needsSite,
      boolean hasPayPage,
      Plan plan) {
    boolean isPayment() {
      return kind == Kind.PAYMENT;
    }
  }

  public IntegrationCatalog(InvoicingProviders invoicing, ChannelProviders channels) {
    this.invoicing = invoicing;
    this.channels = channels;
  }

  private static Entry payment(
      String provider, List<Method> methods, boolean needsSite, boolean hasPayPage) {
    return new Entry(
        new ProviderId(provider), Kind.PAYMENT, methods, needsSite, hasPayPage, Plan.PRO);
  }

  /** Returns all there is, in the order in which it is shown. */
  public List<Entry> entries() {
    return ENTRIES;
  }

  /**
   * Returns the provider of that name.
   *
   * @throws DomainException {@code PROVIDER_NOT_AVAILABLE}
   */
  Entry entry(ProviderId name) {
    return ENTRIES.stream()
        .filter(entry -> entry.provider().equals(name))
        .findFirst()
        .orElseThrow(() -> notAvailable(name));
  }

  boolean isPayment(ProviderId name) {
    return ENTRIES.stream().anyMatch(entry -> entry.isPayment() && entry.provider().equals(name));
  }

  /** Returns who answers for an entry now; empty while nobody does. */
  public Optional<ProviderId> answering(Entry entry) {
    return entry.isPayment()
        ? invoicing.named(entry.provider()).map(InvoicingProvider::id)
        : channels.named(entry.provider()).map(ChannelProvider::id);
  }

  /** Returns the names under which integrations are kept that a provider answers for. */
  public List<ProviderId> namesOf(Kind kind, ProviderId answering) {
    return ENTRIES.stream()
        .filter(entry -> entry.kind() == kind)
        .filter(entry -> answering(entry).equals(Optional.of(answering)))
        .map(Entry::provider)
        .toList();
  }

  /** Returns how an entry can be connected, as far as who answers for it can. */
  List<Method> methods(Entry entry) {
    boolean asksForLeave =
        entry.isPayment()
            && invoicing.named(entry.provider()).flatMap(InvoicingProvider::consent).isPresent();
    return entry.methods().stream()
        .filter(method -> method != Method.OAUTH || asksForLeave)
        .toList();
  }

  /**
   * Returns who writes an entry's invoices.
   *
   * @throws DomainException {@code PROVIDER_NOT_AVAILABLE}
   */
  InvoicingProvider invoicing(Entry entry) {
    return invoicing.named(entry.provider()).orElseThrow(() -> notAvailable(entry.provider()));
  }

  /**
   * Returns the platform of an entry's pages.
   *
   * @throws DomainException {@code PROVIDER_NOT_AVAILABLE}
   */
  ChannelProvider channel(Entry entry) {
    return channels.named(entry.provider()).orElseThrow(() -> notAvailable(entry.provider()));
  }

  private static DomainException notAvailable(ProviderId name) {
    return new DomainException(
        LiveSellingError.PROVIDER_NOT_AVAILABLE, Map.of("provider", name.value()));
  }
}
