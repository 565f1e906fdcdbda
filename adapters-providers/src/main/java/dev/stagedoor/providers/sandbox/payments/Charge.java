package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One charge as the far side keeps it, with everything it has to tell of it.
 *
 * @param failure the code of the last decline, or of the one that is to come
 * @param failsAt when a pending payment fails; derived from the clock, so that no thread is needed
 * @param taken what was taken, where that is not the amount
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
    @Nullable Long taken,
    List<Return> returns,
    List<Notice> notices) {

  /**
   * One refund, made or refused.
   *
   * @param key what it was asked for under; none when it was made here, past the product
   * @param refusal why none was made
   * @param status how far it has come; none of a refund kept before there were others
   * @param ours the product's own id of it
   */
  public record Return(
      @Nullable String key,
      String id,
      long amount,
      @Nullable String refusal,
      @Nullable RefundStatus status,
      @Nullable UUID ours) {
    boolean isMade() {
      return refusal == null;
    }

    RefundStatus stage() {
      return status == null ? RefundStatus.SUCCEEDED : status;
    }

    Return at(RefundStatus next) {
      return new Return(key, id, amount, refusal, next, ours);
    }
  }

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
        null,
        List.of(),
        List.of());
  }

  public Money money() {
    return Money.of(amount, currency);
  }

  /** Returns what was taken, once it was. */
  public Money captured() {
    return taken == null ? money() : Money.of(taken, currency);
  }

  /** Returns what went back and stayed there. */
  public Money refunded() {
    return sum(one -> one.stage() == RefundStatus.SUCCEEDED);
  }

  private Money left() {
    return captured().minus(sum(one -> one.stage() != RefundStatus.FAILED));
  }

  private Money sum(Predicate<Return> wanted) {
    long sum =
        returns.stream()
            .filter(Return::isMade)
            .filter(wanted)
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
    return state == ChargeStatus.SUCCEEDED
        || state == ChargeStatus.CANCELLED
        || state == ChargeStatus.NOT_KNOWN;
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
    return end("charge.cancelled", now);
  }

  Charge expire(Instant now) {
    return end("charge.expired", now);
  }

  private Charge end(String type, Instant now) {
    return canBePaid() ? with(ChargeStatus.CANCELLED, null, null).telling(type, now, now, 1) : this;
  }

  /** Takes another amount than was asked for. */
  Charge take(long instead) {
    return copy(state, failure, failsAt, instead, returns, notices);
  }

  Optional<Return> returned(RefundRequest request) {
    return returns.stream().filter(one -> request.key().value().equals(one.key())).findFirst();
  }

  /** Gives money back under a key that was not used before, or notes why not. */
  Charge giveBack(RefundRequest request, String refundId, RefundStatus stage, Instant now) {
    if (returned(request).isPresent()) {
      return this;
    }
    String refusal = objection(request.amount()).orElse(null);
    Return one =
        new Return(
            request.key().value(),
            refundId,
            request.amount().minor(),
            refusal,
            refusal == null ? stage : null,
            request.refund().value());
    return refusal == null ? giving(one, now) : returning(append(returns, one));
  }

  /** Gives money back past the product, as far as there is any. */
  Charge giveBackHere(Money part, Instant now) {
    return objection(part).isPresent()
        ? this
        : giving(
            new Return(
                null,
                "re_sandbox_" + id.substring(id.lastIndexOf('_') + 1) + "_" + returns.size(),
                part.minor(),
                null,
                RefundStatus.SUCCEEDED,
                null),
            now);
  }

  private Charge giving(Return one, Instant now) {
    return returning(append(returns, one)).telling("charge.refunded", now, now, 1);
  }

  /** Moves the refunds that stand at one stage to another. */
  Charge moveRefunds(Predicate<RefundStatus> from, RefundStatus to, Instant now) {
    List<Return> next =
        returns.stream()
            .map(one -> one.isMade() && from.test(one.stage()) ? one.at(to) : one)
            .toList();
    return next.equals(returns)
        ? this
        : returning(next).telling("charge.refund_updated", now, now, 1);
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
    return left().isAtLeast(wanted) ? Optional.empty() : Optional.of("amount_too_large");
  }

  private Charge with(ChargeStatus next, @Nullable String code, @Nullable Instant later) {
    return copy(next, code, later, taken, returns, notices);
  }

  private Charge returning(List<Return> next) {
    return copy(state, failure, failsAt, taken, next, notices);
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
        new Notice(event, Notice.PAYMENTS, type, MemoryJson.write(body), at, notBefore, times);
    return copy(state, failure, failsAt, taken, returns, append(notices, notice));
  }

  /** The one place where a changed charge is made; what is not named here never changes. */
  private Charge copy(
      ChargeStatus nextState,
      @Nullable String nextFailure,
      @Nullable Instant nextFailsAt,
      @Nullable Long nextTaken,
      List<Return> nextReturns,
      List<Notice> nextNotices) {
    return new Charge(
        id,
        clientSecret,
        payment,
        amount,
        currency,
        description,
        createdAt,
        nextState,
        nextFailure,
        nextFailsAt,
        nextTaken,
        nextReturns,
        nextNotices);
  }

  private static <T> List<T> append(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  @Override
  public String toString() {
    return id + " " + state.word() + " " + money();
  }
}
