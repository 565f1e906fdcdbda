package dev.stagedoor.benchmarks;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.providers.stripe.StripeConfig;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Prepares one charge: through the adapter, and by a bare call of the vendor's library. */
@SuppressWarnings("NullAway.Init") // JMH calls open() first
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(3)
public class StripeCheckoutBenchmark {
  private static final String KEY = "sk_test_benchmark";

  private FixedStripe stripe;
  private Checkouts checkouts;
  private StripeClient bare;

  @Setup
  public void open() throws IOException {
    stripe = FixedStripe.start();
    StripeConfig config =
        new StripeConfig(
            Secret.of(KEY),
            "pk_test_benchmark",
            Secret.of("whsec_benchmark"),
            null,
            stripe.address(),
            stripe.address(),
            URI.create(StripeConfig.SCRIPT));
    checkouts =
        dev.stagedoor.providers.stripe.Stripe.open(config, ProviderRuntime.plain())
            .paymentProvider()
            .checkouts();
    Stripe.enableTelemetry = false;
    bare = StripeClient.builder().setApiKey(KEY).setApiBase(stripe.address().toString()).build();
  }

  @TearDown
  public void close() {
    stripe.close();
  }

  @Benchmark
  public CheckoutOutcome adapter() {
    UUID id = UUID.randomUUID();
    return checkouts.open(
        new CheckoutRequest(
            new PaymentId(id),
            Money.of(129_900, "USD"),
            "Live package",
            new IdempotencyKey("payment-" + id)));
  }

  @Benchmark
  public PaymentIntent bare() throws StripeException {
    UUID id = UUID.randomUUID();
    return bare.v1()
        .paymentIntents()
        .create(
            PaymentIntentCreateParams.builder()
                .setAmount(129_900L)
                .setCurrency("usd")
                .setDescription("Live package")
                .setAutomaticPaymentMethods(
                    PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .build())
                .putMetadata("payment", id.toString())
                .build(),
            RequestOptions.builder().setIdempotencyKey("payment-" + id).build());
  }
}
