package dev.stagedoor.providers.medusajs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.NamedSites;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reaches merchants' servers, each under its merchant's secret key. */
final class MedusaApi implements AutoCloseable {
  /** Publishable keys begin with {@code pk_}, and may not act. */
  private static final Pattern KEY = Pattern.compile("sk_[A-Za-z0-9_-]{8,240}");

  private final NamedSites sites;

  MedusaApi(MedusaConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.sites = new NamedSites(Medusa.ID, runtime, limits, config.allowedHosts());
  }

  /** Returns what is wrong with a merchant, before anybody is asked; empty when nothing is. */
  Optional<Why> wrong(Merchant merchant) {
    if (!(merchant instanceof Merchant.Keyed keyed)
        || !KEY.matcher(keyed.key().reveal()).matches()) {
      return Optional.of(Why.NOT_A_KEY);
    }
    return address(keyed).isPresent() ? Optional.empty() : Optional.of(Why.WRONG_SITE);
  }

  private Optional<URI> address(Merchant.Keyed merchant) {
    return merchant.site().flatMap(MedusaApi::uri).filter(sites::isCallable);
  }

  private static Optional<URI> uri(String site) {
    try {
      return Optional.of(URI.create(site.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns a merchant's server.
   *
   * @throws ProviderException REJECTED or UNAUTHORISED when something is {@link #wrong}
   */
  ProviderHttp server(Merchant merchant) {
    Optional<Why> wrong = wrong(merchant);
    if (wrong.isPresent() || !(merchant instanceof Merchant.Keyed keyed)) {
      throw new ProviderException(
          Medusa.ID,
          wrong.equals(Optional.of(Why.WRONG_SITE)) ? Kind.REJECTED : Kind.UNAUTHORISED,
          "no server, or no key of one");
    }
    return sites
        .to(address(keyed).orElseThrow())
        // Sent as a bearer's token it is refused.
        .basic(keyed.key().reveal(), Secret.of(""))
        .errorCode(answer -> code(answer.json()))
        .build();
  }

  /** Medusa's type says more than its code, which is the same for most. */
  private static Optional<String> code(JsonNode error) {
    return Optional.ofNullable(error.path("type").textValue());
  }

  /** Returns a member of an answer that must be an object. */
  static JsonNode object(Answer answer, String member) {
    JsonNode object = answer.json().path(member);
    if (!object.isObject()) {
      throw answer.unreadable("nothing under " + member);
    }
    return object;
  }

  /** Returns a member of an answer that must be a list. */
  static JsonNode list(Answer answer, String member) {
    JsonNode list = answer.json().path(member);
    if (!list.isArray()) {
      throw answer.unreadable("no list under " + member);
    }
    return list;
  }

  static ProviderException unreadable(String what) {
    return new ProviderException(Medusa.ID, Kind.UNREADABLE, what);
  }

  static ProviderException rejected(String what) {
    return new ProviderException(Medusa.ID, Kind.REJECTED, what);
  }

  /** Returns Medusa's own code for why it refused. */
  static String codeOf(ProviderException refusal) {
    return HttpRefusal.behind(refusal).flatMap(HttpRefusal::code).orElse("refused");
  }

  @Override
  public void close() {
    sites.close();
  }

  @Override
  public String toString() {
    return sites.toString();
  }
}
