package dev.stagedoor.providers.sandbox.invoices;

import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One invoice as the far side keeps it, with everything it has to tell of it.
 *
 * @param account the merchant's
 * @param customer the merchant's own name for the customer
 * @param state a word, so that one of a later version is known to be unknown
 * @param failure the code of the last attempt that failed
 */
public record Bill(
    String id,
    String account,
    UUID invoice,
    String customer,
    String name,
    String memo,
    List<Line> lines,
    String currency,
    Instant createdAt,
    Instant dueAt,
    String state,
    @Nullable String failure,
    List<Notice> notices) {
  static final String OPEN = "open";
  static final String PAID = "paid";
  static final String VOID = "void";

  /** So many pieces at this price each. */
  public record Line(String description, int quantity, long price) {
    /** Returns what the whole line costs. */
    public long total() {
      return Math.multiplyExact(quantity, price);
    }
  }

  public Bill {
    lines = List.copyOf(lines);
    notices = List.copyOf(notices);
  }

  static Bill open(String id, String account, InvoiceRequest request, Instant now) {
    return new Bill(
        id,
        account,
        request.invoice().value(),
        request.customer().reference(),
        request.customer().name(),
        request.memo(),
        request.lines().stream()
            .map(line -> new Line(line.description(), line.quantity(), line.price().minor()))
            .toList(),
        request.total().currency().getCurrencyCode(),
        now,
        now.plus(request.due()),
        request.total().isZero() ? PAID : OPEN,
        null,
        List.of());
  }

  /** Returns the sum of the lines. */
  public Money total() {
    return Money.of(lines.stream().mapToLong(Line::total).reduce(0, Math::addExact), currency);
  }

  boolean isFor(InvoiceRequest request) {
    return invoice.equals(request.invoice().value()) && total().equals(request.total());
  }

  /** Tells whether it waits to be paid. */
  public boolean isOpen() {
    return state.equals(OPEN);
  }

  Bill pay(Instant now) {
    return isOpen() ? with(PAID, null).telling("invoice.paid", now) : this;
  }

  Bill fail(String code, Instant now) {
    return isOpen() ? with(OPEN, code).telling("invoice.payment_failed", now) : this;
  }

  Bill takeBack(Instant now) {
    return isOpen() ? with(VOID, null).telling("invoice.voided", now) : this;
  }

  private Bill with(String next, @Nullable String code) {
    return new Bill(
        id, account, invoice, customer, name, memo, lines, currency, createdAt, dueAt, next, code,
        notices);
  }

  private Bill telling(String type, Instant at) {
    String event = "evt_sandbox_" + id.substring(id.lastIndexOf('_') + 1) + "_" + notices.size();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("bill", id);
    data.put("invoice", invoice);
    data.put("account", account);
    data.put("status", state);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("id", event);
    body.put("timestamp", at);
    body.put("data", data);
    Notice notice = new Notice(event, Notice.PAYMENTS, type, MemoryJson.write(body), at, at, 1);
    return new Bill(
        id,
        account,
        invoice,
        customer,
        name,
        memo,
        lines,
        currency,
        createdAt,
        dueAt,
        state,
        failure,
        Stream.concat(notices.stream(), Stream.of(notice)).toList());
  }

  @Override
  public String toString() {
    return id + " " + state + " " + total();
  }
}
