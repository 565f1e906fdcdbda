package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ConsentWorld;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.InvoicingWorld;
import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A provider of invoices in memory, both sides of it: the ports, and the world a test arranges.
 * Takes USD and EUR. Keys of merchants begin with {@code sk_fake_}, those that may not do enough
 * with {@code rk_fake_}.
 */
public final class FakeInvoicing
    implements Invoices, MerchantAccounts, MerchantConsent, InvoicingWorld, ConsentWorld {
  private static final Set<String> CURRENCIES = Set.of("USD", "EUR");
  private static final String OPERATOR = "acct_operator";

  private final ProviderId id;
  private final FakeLine line;
  private final Map<IdempotencyKey, Invoice> byKey = new LinkedHashMap<>();
  private final Map<ProviderRef, Invoice> byRef = new HashMap<>();
  private final Set<String> connected = new HashSet<>();
  private final Map<String, String> codes = new HashMap<>();
  private int given;

  private enum State {
    OPEN,
    DECLINED,
    PAID,
    VOIDED,
    STRANGE
  }

  private static final class Invoice {
    private final InvoiceRequest request;
    private final String account;
    private final ProviderRef ref;
    private State state = State.OPEN;

    private Invoice(InvoiceRequest request, String account, ProviderRef ref) {
      this.request = request;
      this.account = account;
      this.ref = ref;
    }

    private Optional<URI> page() {
      return Optional.of(URI.create("https://pay.example/" + ref.value()));
    }

    private InvoiceOutcome outcome() {
      return switch (state) {
        case OPEN -> new InvoiceOutcome.Open(ref, request.total(), page(), false);
        case DECLINED -> new InvoiceOutcome.Open(ref, request.total(), page(), true);
        case PAID -> new InvoiceOutcome.Paid(ref, request.total(), page());
        case VOIDED -> new InvoiceOutcome.Voided(ref);
        case STRANGE -> new InvoiceOutcome.Unknown("a standing nobody knows");
      };
    }
  }

  public FakeInvoicing() {
    this("fake");
  }

  public FakeInvoicing(String provider) {
    this.id = new ProviderId(provider);
    this.line = new FakeLine(id);
  }

  /** Returns this provider as the registry takes it. */
  public InvoicingProvider provider() {
    return new InvoicingProvider(id, this, this, Optional.of(this));
  }

  private MerchantReading reading(Merchant merchant) {
    return merchant.match(
        new Merchant.Cases<>() {
          @Override
          public MerchantReading operator(Merchant.Operator operator) {
            return working(OPERATOR);
          }

          @Override
          public MerchantReading connected(Merchant.Connected leave) {
            return connected.contains(leave.account())
                ? working(leave.account())
                : new MerchantReading.Refused(Why.REVOKED);
          }

          @Override
          public MerchantReading keyed(Merchant.Keyed keyed) {
            String key = keyed.key().reveal();
            if (key.startsWith("rk_fake_")) {
              return new MerchantReading.Refused(Why.NOT_PERMITTED);
            }
            if (!key.startsWith("sk_fake_")) {
              return new MerchantReading.Refused(Why.NOT_A_KEY);
            }
            return key.endsWith("_gone")
                ? new MerchantReading.Refused(Why.REVOKED)
                : working("acct_of_" + key.substring("sk_fake_".length()));
          }
        });
  }

  private static MerchantReading working(String account) {
    return new MerchantReading.Working(
        account, Optional.of("Shop"), Optional.of(Currency.getInstance("USD")), false, true);
  }

  private String account(Merchant merchant) {
    if (reading(merchant) instanceof MerchantReading.Working working) {
      return working.account();
    }
    throw line.unauthorised();
  }

  private InvoiceOutcome asked(Supplier<InvoiceOutcome> farSide) {
    try {
      return line.ask(farSide);
    } catch (FakeLine.LostAnswer lost) {
      return new InvoiceOutcome.Unknown("the answer was lost");
    }
  }

  @Override
  public synchronized InvoiceOutcome issue(InvoiceRequest request) {
    return asked(
        () -> {
          String account = account(request.merchant());
          if (!CURRENCIES.contains(request.total().currency().getCurrencyCode())) {
            return new InvoiceOutcome.Refused("currency_not_supported");
          }
          Invoice invoice =
              byKey.computeIfAbsent(
                  request.key(),
                  key ->
                      new Invoice(
                          request, account, new ProviderRef(id, "invoice-" + (byKey.size() + 1))));
          byRef.put(invoice.ref, invoice);
          return invoice.outcome();
        });
  }

  private Optional<Invoice> of(Merchant merchant, ProviderRef ref) {
    String account = account(merchant);
    return Optional.ofNullable(byRef.get(ref)).filter(found -> found.account.equals(account));
  }

  @Override
  public synchronized InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
    try {
      return asked(
          () ->
              of(merchant, invoice)
                  .map(Invoice::outcome)
                  .orElseGet(() -> new InvoiceOutcome.Unknown("no such invoice")));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown("no answer");
    }
  }

  @Override
  public synchronized InvoiceOutcome cancel(Merchant merchant, ProviderRef ref) {
    return asked(
        () -> {
          Invoice invoice = of(merchant, ref).orElseThrow(() -> line.rejected("no such invoice"));
          if (invoice.state != State.PAID) {
            invoice.state = State.VOIDED;
          }
          return invoice.outcome();
        });
  }

  @Override
  public synchronized MerchantReading check(Merchant merchant) {
    MerchantReading reading = reading(merchant);
    if (reading.equals(new MerchantReading.Refused(Why.NOT_A_KEY))) {
      return reading;
    }
    try {
      return line.tell(() -> reading);
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        return new MerchantReading.Refused(Why.REVOKED);
      }
      throw problem;
    }
  }

  @Override
  public URI page(String state, URI comeBack) {
    return URI.create(
        "https://connect.example/leave?state="
            + encoded(state)
            + "&come_back="
            + encoded(comeBack.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public synchronized ConsentOutcome exchange(Secret code) {
    return line.tell(
        () -> {
          String account = codes.remove(code.reveal());
          if (account == null) {
            return new ConsentOutcome.Refused("invalid_grant");
          }
          connected.add(account);
          return new ConsentOutcome.Given(new Merchant.Connected(account));
        });
  }

  @Override
  public synchronized void withdraw(Merchant.Connected merchant) {
    boolean ignored = line.tell(() -> connected.remove(merchant.account()));
  }

  @Override
  public synchronized Secret giveLeave(URI page) {
    given++;
    codes.put("code-" + given, "acct_" + given);
    return Secret.of("code-" + given);
  }

  @Override
  public synchronized boolean isGiven(Merchant.Connected merchant) {
    return connected.contains(merchant.account());
  }

  @Override
  public synchronized List<Merchant> merchants() {
    connected.add("acct_connected");
    return List.of(
        new Merchant.Operator(),
        new Merchant.Connected("acct_connected"),
        new Merchant.Keyed(Secret.of("sk_fake_own"), Optional.empty()));
  }

  @Override
  public Merchant refused(Why why) {
    String key =
        switch (why) {
          case NOT_A_KEY -> "pk_fake_1";
          case REVOKED -> "sk_fake_1_gone";
          case NOT_PERMITTED -> "rk_fake_1";
          case WRONG_SITE -> throw new IllegalArgumentException("nobody has a site here");
        };
    return new Merchant.Keyed(Secret.of(key), Optional.empty());
  }

  @Override
  public Money inexpressible() {
    return Money.of(1000, "XTS");
  }

  private void set(Merchant merchant, ProviderRef ref, State state) {
    of(merchant, ref).orElseThrow().state = state;
  }

  @Override
  public synchronized void pay(Merchant merchant, ProviderRef invoice) {
    set(merchant, invoice, State.PAID);
  }

  @Override
  public synchronized void decline(Merchant merchant, ProviderRef invoice) {
    set(merchant, invoice, State.DECLINED);
  }

  @Override
  public synchronized void standStrangely(Merchant merchant, ProviderRef invoice) {
    set(merchant, invoice, State.STRANGE);
  }

  @Override
  public synchronized void loseAnswerAfter(int answers) {
    line.loseAnswerAfter(answers);
  }

  @Override
  public synchronized void loseNextAnswer() {
    line.loseAnswerAfter(0);
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    line.fail(how);
  }

  @Override
  public synchronized void recover() {
    line.recover();
  }

  @Override
  public synchronized int invoicesOf(Merchant merchant, InvoiceId invoice) {
    String account = account(merchant);
    return (int)
        byKey.values().stream()
            .filter(one -> one.account.equals(account) && one.state != State.VOIDED)
            .filter(one -> one.request.invoice().equals(invoice))
            .count();
  }

  @Override
  public synchronized int customersOf(Merchant merchant, String reference) {
    String account = account(merchant);
    return (int)
        byKey.values().stream()
            .filter(one -> one.account.equals(account))
            .map(one -> one.request.customer().reference())
            .filter(reference::equals)
            .distinct()
            .count();
  }
}
