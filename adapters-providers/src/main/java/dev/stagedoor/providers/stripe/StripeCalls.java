package dev.stagedoor.providers.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes calls to Stripe, in anybody's name, and names what goes wrong. */
final class StripeCalls {
  static final ProviderId STRIPE = new ProviderId("stripe");

  static {
    // Else stripe-java writes a file in the home directory, and tells Stripe of the machine.
    com.stripe.Stripe.enableTelemetry = false;
  }

  private final StripeConfig config;
  private final ProviderHttp api;
  private final ProviderHttp connect;
  private final Map<String, StripeClient> clients = new ConcurrentHashMap<>();

  /** One call by stripe-java. */
  @FunctionalInterface
  interface Call<T> {
    T make(V1Services stripe) throws StripeException;
  }

  StripeCalls(StripeConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.config = config;
    ProviderCalls calls = new ProviderCalls(STRIPE, runtime);
    this.api =
        ProviderHttp.to(config.baseUrl(), calls)
            .limits(limits)
            .errorCode(StripeTransport::errorCode)
            .build();
    this.connect =
        ProviderHttp.to(config.connectUrl(), calls)
            .limits(limits)
            .bearer(config.apiKey())
            .errorCode(StripeTransport::errorCode)
            .build();
  }

  StripeConfig config() {
    return config;
  }

  /** Returns the line to where merchants give leave, in the operator's name. */
  ProviderHttp connect() {
    return connect;
  }

  /**
   * Makes a call. What stripe-java cannot read of a good answer is {@code UNREADABLE}, as is what
   * throws at it.
   *
   * @throws ProviderException what the support's calls throw, with Stripe's code behind it
   */
  <T> T call(String operation, Call<T> call) {
    try {
      return call.make(client(operation).v1());
    } catch (ProviderException e) {
      throw isTooMany(e)
          ? new ProviderException(
              STRIPE, Kind.RATE_LIMITED, operation, e.retryAfter().orElse(null), e.getCause())
          : e;
    } catch (StripeException
        | NullPointerException
        | ClassCastException
        | IllegalArgumentException e) {
      // Without its message, which repeats what Stripe answered.
      throw new ProviderException(
          STRIPE,
          Kind.UNREADABLE,
          operation + ": stripe-java failed: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Tells whether Stripe had too many calls and did nothing. After any other kind an earlier
   * attempt may have acted.
   */
  private static boolean isTooMany(ProviderException problem) {
    return (problem.kind() == Kind.REJECTED || problem.kind() == Kind.RATE_LIMITED)
        && HttpRefusal.behind(problem)
            .flatMap(HttpRefusal::code)
            .filter("rate_limit"::equals)
            .isPresent();
  }

  private StripeClient client(String operation) {
    return clients.computeIfAbsent(
        operation,
        name ->
            StripeClient.builder()
                .setApiKey(config.apiKey().reveal())
                .setApiBase(api())
                .setConnectBase(config.connectUrl().toString())
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeTransport(api, name))
                .build());
  }

  // stripe-java joins address and path as they are.
  private String api() {
    return config.baseUrl().toString().replaceAll("/+$", "");
  }

  /** Returns in whose name a call is made. */
  static RequestOptions as(Merchant merchant) {
    return as(merchant, null);
  }

  /** Returns in whose name a call is made, and the key by which Stripe knows a repeated one. */
  static RequestOptions as(Merchant merchant, @Nullable String idempotencyKey) {
    RequestOptions.RequestOptionsBuilder options = RequestOptions.builder();
    if (idempotencyKey != null) {
      options.setIdempotencyKey(idempotencyKey);
    }
    return merchant.match(
        new Merchant.Cases<>() {
          @Override
          public RequestOptions operator(Merchant.Operator operator) {
            return options.build();
          }

          @Override
          public RequestOptions connected(Merchant.Connected connected) {
            return options.setStripeAccount(connected.account()).build();
          }

          @Override
          public RequestOptions keyed(Merchant.Keyed keyed) {
            if (!StripeKeys.isSecret(keyed.key())) {
              throw new ProviderException(
                  STRIPE, Kind.UNAUTHORISED, "the merchant's key is none of Stripe's");
            }
            return options.setApiKey(keyed.key().reveal()).build();
          }
        });
  }

  /** Returns the key of one step of what was asked for under a key. */
  static String step(String key, String step) {
    return "stagedoor-" + step + "-" + Sha256.hex(key);
  }

  static ProviderRef ref(String id) {
    return new ProviderRef(STRIPE, id);
  }

  /** Returns what Stripe calls a thing, refusing those of other providers. */
  static String id(ProviderRef ref) {
    if (!ref.provider().equals(STRIPE)) {
      throw new ProviderException(STRIPE, Kind.REJECTED, "of another provider");
    }
    return ref.value();
  }

  /** Returns Stripe's own code behind a refusal. */
  static String code(ProviderException refusal) {
    return HttpRefusal.behind(refusal).flatMap(HttpRefusal::code).orElse("rejected");
  }

  /** Returns a member that Stripe always sends. */
  static <T> T needed(@Nullable T member, String name) {
    return Optional.ofNullable(member).orElseThrow(() -> unreadable("no " + name));
  }

  static ProviderException unreadable(String what) {
    return new ProviderException(STRIPE, Kind.UNREADABLE, what);
  }

  /** Runs what may be refused, and turns only the refusal into an outcome. */
  static <T> T orElse(Supplier<T> work, Kind kind, Function<ProviderException, T> then) {
    try {
      return work.get();
    } catch (ProviderException e) {
      if (e.kind() == kind) {
        return then.apply(e);
      }
      throw e;
    }
  }

  @Override
  public String toString() {
    return config.toString();
  }
}
