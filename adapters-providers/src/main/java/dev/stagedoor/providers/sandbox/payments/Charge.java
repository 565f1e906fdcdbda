package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.providers.sandbox.memory.Json;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One charge as the far side keeps it, with everything it has to tell of it.
 *
 * @param failure the code of the last decline, or of the one that is to come
 * @param failsAt when a pending payment fails; derived from the clock, so that no thread is needed
 */
public record Charge(
    String id,
    String clientSecret,
    UUID payment,
    long amount,
    String currency,
    String description,
    Instant createdAt,
    ChargeStatus state,
    @Nullable String failure,
    @Nullable Instant failsAt,
    List<Return> returns,
    List<Notice> notices) {

  /** One refund, done or refused. */
  public record Return(String key, String id, long amount, @Nullable String refusal) {}

  public Charge {
    returns = List.copyOf(returns);
    notices = List.copyOf(notices);
  }

  static Charge open(String id, String clientSecret, CheckoutRequest request, Instant now) {
    return new Charge(
        id,
        clientSecret,
        request.payment().value(),
        request.amount().minor(),
        request.amount().currency().getCurrencyCode(),
        request.description(),
        now,
        ChargeStatus.OPEN,
        null,
        null,
        List.of(),
        List.of());
  }

  public Money money() {
    return Money.of(amount, currency);
  }

  public Money refunded() {
    long sum =
        returns.stream()
            .filter(one -> one.refusal() == null)
            .mapToLong(Return::amount)
            .reduce(0, Math::addExact);
    return Money.of(sum, currency);
  }

  boolean isFor(CheckoutRequest request) {
    return payment.equals(request.payment().value()) && money().equals(request.amount());
  }

  /** Returns the charge as it is at this time: what was to fail by now has failed. */
  public Charge at(Instant now) {
    boolean failed = state == ChargeStatus.PROCESSING && failsAt != null && !now.isBefore(failsAt);
    return failed ? with(ChargeStatus.DECLINED, failure, null) : this;
  }

  boolean canBePaid() {
    return state == ChargeStatus.OPEN || state == ChargeStatus.DECLINED;
  }

  boolean isOver() {
    return state == ChargeStatus.SUCCEEDED || state == ChargeStatus.CANCELLED;
  }

  Charge succeed(Instant now, Duration untilTold, int timesTold) {
    return with(ChargeStatus.SUCCEEDED, null, null)
        .telling("charge.succeeded", now, now.plus(untilTold), timesTold);
  }

  Charge fail(String code, Instant now) {
    return with(ChargeStatus.DECLINED, code, null).telling("charge.failed", now, now, 1);
  }

  Charge process(Instant now) {
    return with(ChargeStatus.PROCESSING, null, null).telling("charge.processing", now, now, 1);
  }

  Charge failLater(String code, Instant now, Instant later) {
    Charge processing =
        with(ChargeStatus.PROCESSING, code, later).telling("charge.processing", now, now, 1);
    return processing
        .with(ChargeStatus.DECLINED, code, null)
        .telling("charge.failed", later, later, 1)
        .with(ChargeStatus.PROCESSING, code, later);
  }

  Charge cancel(Instant now) {
    return canBePaid()
        ? with(ChargeStatus.CANCELLED, null, null).telling("charge.cancelled", now, now, 1)
        : this;
  }

  Optional<Return> returned(RefundRequest request) {
    return returns.stream().filter(one -> one.key().equals(request.key().value())).findFirst();
  }

  /** Gives money back under a key that was not used before, or notes why not. */
  Charge giveBack(RefundRequest request, String refundId, Instant now) {
    if (returned(request).isPresent()) {
      return this;
    }
    Optional<String> refusal = objection(request.amount());
    Charge next =
        new Charge(
            id,
            clientSecret,
            payment,
            amount,
            currency,
            description,
            createdAt,
            state,
            failure,
            failsAt,
            append(
                returns,
                new Return(
                    request.key().value(),
                    refundId,
                    request.amount().minor(),
                    refusal.orElse(null))),
            notices);
    return refusal.isPresent() ? next : next.telling("charge.refunded", now, now, 1);
  }

  private Optional<String> objection(Money wanted) {
    if (state != ChargeStatus.SUCCEEDED) {
      return Optional.of("charge_not_paid");
    }
    if (!wanted.currency().getCurrencyCode().equals(currency)) {
      return Optional.of("currency_mismatch");
    }
    if (!wanted.isPositive()) {
      return Optional.of("amount_too_small");
    }
    return money().minus(refunded()).isAtLeast(wanted)
        ? Optional.empty()
        : Optional.of("amount_too_large");
  }

  private Charge with(ChargeStatus next, @Nullable String code, @Nullable Instant later) {
    return new Charge(
        id,
        clientSecret,
        payment,
        amount,
        currency,
        description,
        createdAt,
        next,
        code,
        later,
        returns,
        notices);
  }

  private Charge telling(String type, Instant at, Instant notBefore, int times) {
    String event = "evt_sandbox_" + id.substring(id.lastIndexOf('_') + 1) + "_" + notices.size();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("charge", id);
    data.put("payment", payment);
    data.put("status", state.word());
    data.put("amount", amount);
    data.put("refunded", refunded().minor());
    data.put("currency", currency);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("id", event);
    body.put("timestamp", at);
    body.put("data", data);
    Notice notice =
        new Notice(event, Notice.PAYMENTS, type, Json.write(body), at, notBefore, times);
    return new Charge(
        id,
        clientSecret,
        payment,
        amount,
        currency,
        description,
        createdAt,
        state,
        failure,
        failsAt,
        returns,
        append(notices, notice));
  }

  private static <T> List<T> append(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  @Override
  public String toString() {
    return id + " " + state.word() + " " + money();
  }
}
