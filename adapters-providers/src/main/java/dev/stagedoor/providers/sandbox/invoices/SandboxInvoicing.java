package dev.stagedoor.providers.sandbox.invoices;

import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.memory.Fingerprint;
import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.payments.Card;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The far side of a provider of invoices, and what merchants and their customers do there. */
public final class SandboxInvoicing {
  private static final int RECENT = 200;

  private final Shelf<Bill> bills;
  private final Shelf<Account> accounts;
  private final Shelf<Code> codes;
  private final Deliveries deliveries;
  private final Supplier<URI> base;
  private final Clock clock;
  private final Tokens tokens;

  /** What a merchant comes back with, good once. */
  private record Code(String account) {}

  public SandboxInvoicing(
      SandboxMemory memory, Deliveries deliveries, Supplier<URI> base, Clock clock, Tokens tokens) {
    this.bills = new Shelf<>(memory, "invoices", Bill.class);
    this.accounts = new Shelf<>(memory, "merchants", Account.class);
    this.codes = new Shelf<>(memory, "merchant-codes", Code.class);
    this.deliveries = deliveries;
    this.base = base;
    this.clock = clock;
    this.tokens = tokens;
  }

  /** Returns the provider of invoices over this far side. */
  public InvoicingProvider provider(SandboxLine line) {
    SandboxMerchants merchants = new SandboxMerchants(this, line);
    return new InvoicingProvider(
        SandboxLine.ID,
        new SandboxInvoices(this, merchants, line),
        merchants,
        Optional.of(new SandboxConsent(this, line)));
  }

  /** Returns at most {@code limit} invoices, the newest first. */
  public List<Bill> newest(int limit) {
    return bills.newest(limit);
  }

  public Optional<Bill> find(String bill) {
    return bills.find(bill);
  }

  /** Does what a customer does on the page of an invoice; one that is not open is left as it is. */
  public Optional<Bill> pay(String bill, Card card) {
    Instant now = now();
    Optional<String> refusal = card.refusal(now);
    return change(
        bill, known -> refusal.isPresent() ? known.fail(refusal.get(), now) : known.pay(now));
  }

  /** Pays an invoice that is open, as a transfer would that arrives. */
  public Optional<Bill> pay(String bill) {
    Instant now = now();
    return change(bill, known -> known.pay(now));
  }

  /** Lets an attempt to pay fail with this code. */
  public Optional<Bill> fail(String bill, String code) {
    Instant now = now();
    return change(bill, known -> known.fail(code, now));
  }

  /** Has the merchant take an invoice back at the provider. */
  public Optional<Bill> takeBack(String bill) {
    Instant now = now();
    return change(bill, known -> known.takeBack(now));
  }

  Bill issue(String account, InvoiceRequest request) {
    String id = "in_sandbox_" + Fingerprint.of(account + " " + request.key().value());
    Bill bill = Bill.open(id, account, request, now());
    return bills.add(id, bill) ? bill : bills.find(id).orElse(bill);
  }

  Optional<Bill> takeBack(String account, ProviderRef ref) {
    return of(account, ref).flatMap(bill -> takeBack(bill.id()));
  }

  Optional<Bill> of(String account, ProviderRef ref) {
    return ref.provider().equals(SandboxLine.ID)
        ? bills.find(ref.value()).filter(bill -> bill.account().equals(account))
        : Optional.empty();
  }

  private Optional<Bill> change(String bill, UnaryOperator<Bill> decision) {
    Optional<Bill> changed = bills.change(bill, decision).map(Shelf.Change::after);
    changed.ifPresent(known -> deliveries.take(known.notices()));
    return changed;
  }

  URI page(Bill bill) {
    return at("/sandbox/pay/" + bill.id());
  }

  URI at(String path) {
    return URI.create(base.get().toString().replaceAll("/+$", "") + path);
  }

  /** Lets a new merchant give the operator leave, and returns the code that says so. */
  public Secret giveLeave(String name) {
    String account = "acct_sandbox_" + Fingerprint.of(tokens.next().reveal());
    String code = "ac_sandbox_" + tokens.next().reveal();
    accounts.add(account, new Account(account, name, false, List.of()));
    codes.add(code, new Code(account));
    return Secret.of(code);
  }

  Optional<Account> exchange(Secret code) {
    Optional<Code> found = codes.find(code.reveal());
    codes.forget(code.reveal());
    return found
        .flatMap(one -> accounts.change(one.account(), known -> given(known, true)))
        .map(Shelf.Change::after);
  }

  private static Account given(Account account, boolean given) {
    return new Account(account.id(), account.name(), given, account.notices());
  }

  void withdraw(String account) {
    accounts.change(account, known -> given(known, false));
  }

  /** Lets a merchant take the leave back at the provider, which tells of it. */
  public Optional<Account> leave(String account) {
    Instant now = now();
    Optional<Account> left =
        accounts
            .change(account, known -> known.given() ? left(known, now) : known)
            .map(Shelf.Change::after);
    left.ifPresent(known -> deliveries.take(known.notices()));
    return left;
  }

  private static Account left(Account account, Instant now) {
    String type = "merchant.left";
    String event = "evt_" + account.id() + "_" + Fingerprint.of(now.toString());
    String body =
        MemoryJson.write(
            Map.of(
                "type",
                type,
                "id",
                event,
                "timestamp",
                now,
                "data",
                Map.of("account", account.id())));
    return new Account(
        account.id(),
        account.name(),
        false,
        List.of(new Notice(event, Notice.PAYMENTS, type, body, now, now, 1)));
  }

  Optional<Account> account(String id) {
    return accounts.find(id);
  }

  /** Returns at most {@code limit} merchants, the newest first. */
  public List<Account> merchants(int limit) {
    return accounts.newest(limit);
  }

  /** Makes the deliveries that a crash has kept from being made. */
  public void recover() {
    bills.newest(RECENT).forEach(bill -> deliveries.take(bill.notices()));
    accounts.newest(RECENT).forEach(account -> deliveries.take(account.notices()));
  }

  // As precise as the product's own database, so that times can be compared.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
