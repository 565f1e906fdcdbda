package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Credentials;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credentials before they are encrypted: either a page's or a merchant's. */
@Serdeable
record CredentialsJson(@Nullable PageJson page, @Nullable BillingJson billing) {

  static CredentialsJson from(Credentials credentials) {
    return credentials.match(
        new Credentials.Cases<>() {
          @Override
          public CredentialsJson billing(Credentials.Billing billing) {
            return new CredentialsJson(null, BillingJson.from(billing));
          }

          @Override
          public CredentialsJson page(Credentials.Page page) {
            return new CredentialsJson(PageJson.from(page.channel()), null);
          }
        });
  }

  Credentials toDomain() {
    if (page != null) {
      return new Credentials.Page(page.toDomain());
    }
    if (billing != null) {
      return billing.toDomain();
    }
    throw new IllegalStateException("credentials are a page's or a merchant's");
  }

  @Serdeable
  record PageJson(String provider, String id, String token) {

    static PageJson from(Channel channel) {
      ProviderRef page = channel.page();
      return new PageJson(page.provider().value(), page.value(), channel.token().reveal());
    }

    Channel toDomain() {
      return new Channel(ProviderRef.of(provider, id), Secret.of(token));
    }

    @Override
    public String toString() {
      return "credentials of page " + id;
    }
  }

  /** A merchant with an account gave leave, one with a key brought that, any other is ours. */
  @Serdeable
  record BillingJson(
      @Nullable String account,
      @Nullable String key,
      @Nullable String site,
      @Nullable String publishableKey,
      @Nullable String webhookSecret) {

    static BillingJson from(Credentials.Billing billing) {
      return billing
          .merchant()
          .match(
              new Merchant.Cases<>() {
                @Override
                public BillingJson operator(Merchant.Operator operator) {
                  return with(null, null, null);
                }

                @Override
                public BillingJson connected(Merchant.Connected connected) {
                  return with(connected.account(), null, null);
                }

                @Override
                public BillingJson keyed(Merchant.Keyed keyed) {
                  return with(null, keyed.key().reveal(), keyed.site().orElse(null));
                }

                private BillingJson with(
                    @Nullable String account, @Nullable String key, @Nullable String site) {
                  return new BillingJson(
                      account,
                      key,
                      site,
                      billing.publishableKey().orElse(null),
                      billing.webhookSecret().map(Secret::reveal).orElse(null));
                }
              });
    }

    Credentials toDomain() {
      return new Credentials.Billing(
          merchant(),
          Optional.ofNullable(publishableKey),
          Optional.ofNullable(webhookSecret).map(Secret::of));
    }

    private Merchant merchant() {
      if (account != null) {
        return new Merchant.Connected(account);
      }
      return key == null
          ? new Merchant.Operator()
          : new Merchant.Keyed(Secret.of(key), Optional.ofNullable(site));
    }

    @Override
    public String toString() {
      return "credentials of a merchant";
    }
  }
}
