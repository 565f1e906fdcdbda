package dev.stagedoor.providers.stripe;

import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerSearchParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.InvoiceAddLinesParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceFinalizeInvoiceParams;
import com.stripe.param.InvoiceListParams;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Cut;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes invoices: the customer, a draft, its lines, and then the draft is finalized, for only that
 * can be paid. What broke off anywhere is gone on with: each step has a key of its own made from
 * the request's, and a draft that exists is found by our id, also when Stripe has forgotten the
 * keys.
 */
final class StripeInvoices implements Invoices {
  static final String OUR_ID = "stagedoor_invoice";
  private static final String OUR_CUSTOMER = "stagedoor_customer";
  private static final int LONGEST_PRODUCT_NAME = 250;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_MEMO = 1500;

  private final StripeCalls calls;

  StripeInvoices(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public InvoiceOutcome issue(InvoiceRequest request) {
    for (InvoiceLine line : request.lines()) {
      if (StripeAmounts.write(line.price()).isEmpty()) {
        return new InvoiceOutcome.Refused("currency_not_supported");
      }
    }
    return orUnknown(
        () ->
            StripeCalls.orElse(
                () -> outcome(written(request)),
                Kind.REJECTED,
                refusal -> new InvoiceOutcome.Refused(StripeCalls.code(refusal))));
  }

  private static InvoiceOutcome orUnknown(Supplier<InvoiceOutcome> work) {
    return StripeCalls.orElse(
        work,
        Kind.UNREADABLE,
        lost -> new InvoiceOutcome.Unknown("Stripe's answer was lost or made no sense"));
  }

  private Invoice written(InvoiceRequest request) {
    String customer = customer(request);
    Optional<Invoice> left = existing(request, customer);
    left.filter(one -> isOfOtherLines(one, request)).ifPresent(one -> discard(request, one));
    Invoice invoice =
        left.filter(one -> !isOfOtherLines(one, request)).orElseGet(() -> draft(request, customer));
    if (!isDraft(invoice)) {
      return invoice;
    }
    String id = StripeCalls.needed(invoice.getId(), "id");
    if (isEmpty(invoice)) {
      addLines(request, id);
    }
    return calls.call(
        "invoice.finalize",
        stripe ->
            stripe
                .invoices()
                .finalizeInvoice(
                    id,
                    InvoiceFinalizeInvoiceParams.builder().setAutoAdvance(false).build(),
                    as(request, "finalize")));
  }

  private static boolean isDraft(Invoice invoice) {
    return "draft".equals(invoice.getStatus());
  }

  private static boolean isEmpty(Invoice invoice) {
    return invoice.getLines() == null
        || invoice.getLines().getData() == null
        || invoice.getLines().getData().isEmpty();
  }

  /** A draft that was refused before may ask for what things cost then. */
  private static boolean isOfOtherLines(Invoice invoice, InvoiceRequest request) {
    return isDraft(invoice) && !isEmpty(invoice) && !total(invoice).equals(request.total());
  }

  private void discard(InvoiceRequest request, Invoice draft) {
    String id = StripeCalls.needed(draft.getId(), "id");
    Invoice ignored =
        calls.call(
            "invoice.delete",
            stripe -> stripe.invoices().delete(id, StripeCalls.as(request.merchant())));
  }

  private static RequestOptions as(InvoiceRequest request, String step) {
    return StripeCalls.as(
        request.merchant(), StripeCalls.step(request.key().value(), "invoice-" + step));
  }

  /**
   * Finds or makes the customer. Stripe finds what is a minute old; what is younger is found by the
   * key, whose call is the same for everything that may be said of the customer later.
   */
  private String customer(InvoiceRequest request) {
    String reference = request.customer().reference();
    String id =
        found(request.merchant(), reference)
            .orElseGet(
                () ->
                    StripeCalls.needed(
                        calls
                            .call(
                                "customer.create",
                                stripe ->
                                    stripe
                                        .customers()
                                        .create(
                                            CustomerCreateParams.builder()
                                                .putMetadata(OUR_CUSTOMER, reference)
                                                .build(),
                                            StripeCalls.as(
                                                request.merchant(),
                                                StripeCalls.step(reference, "customer"))))
                            .getId(),
                        "id"));
    CustomerUpdateParams.Builder said = CustomerUpdateParams.builder();
    if (!request.customer().name().isBlank()) {
      said.setName(Cut.to(LONGEST_NAME, request.customer().name()));
    }
    request.customer().email().ifPresent(email -> said.setEmail(email.value()));
    if (!request.customer().name().isBlank() || request.customer().email().isPresent()) {
      Customer ignored =
          calls.call(
              "customer.update",
              stripe ->
                  stripe.customers().update(id, said.build(), StripeCalls.as(request.merchant())));
    }
    return id;
  }

  private Optional<String> found(Merchant merchant, String reference) {
    String quoted = reference.replace("\\", "\\\\").replace("'", "\\'");
    CustomerSearchParams query =
        CustomerSearchParams.builder()
            .setQuery("metadata['" + OUR_CUSTOMER + "']:'" + quoted + "'")
            .setLimit(1L)
            .build();
    // Merchants in some countries cannot search; the key still finds a young customer.
    return StripeCalls.orElse(
        () ->
            calls
                .call(
                    "customer.search",
                    stripe -> stripe.customers().search(query, StripeCalls.as(merchant)))
                .getData()
                .stream()
                .map(Customer::getId)
                .findFirst(),
        Kind.REJECTED,
        refusal -> Optional.empty());
  }

  private Optional<Invoice> existing(InvoiceRequest request, String customer) {
    List<Invoice> known =
        StripeCalls.needed(
            calls
                .call(
                    "invoice.list",
                    stripe ->
                        stripe
                            .invoices()
                            .list(
                                InvoiceListParams.builder()
                                    .setCustomer(customer)
                                    .setLimit(100L)
                                    .build(),
                                StripeCalls.as(request.merchant())))
                .getData(),
            "data");
    String ours = request.invoice().value().toString();
    return known.stream()
        .filter(one -> one.getMetadata() != null && ours.equals(one.getMetadata().get(OUR_ID)))
        .findFirst();
  }

  private Invoice draft(InvoiceRequest request, String customer) {
    InvoiceCreateParams.Builder draft =
        InvoiceCreateParams.builder()
            .setCustomer(customer)
            .setCurrency(StripeAmounts.code(request.total().currency()))
            .setCollectionMethod(InvoiceCreateParams.CollectionMethod.SEND_INVOICE)
            .setDaysUntilDue(days(request.due()))
            .setAutoAdvance(false)
            .setPendingInvoiceItemsBehavior(InvoiceCreateParams.PendingInvoiceItemsBehavior.EXCLUDE)
            .putMetadata(OUR_ID, request.invoice().value().toString());
    if (!request.memo().isBlank()) {
      draft.setDescription(Cut.to(LONGEST_MEMO, request.memo()));
    }
    return calls.call(
        "invoice.create", stripe -> stripe.invoices().create(draft.build(), as(request, "draft")));
  }

  /** Stripe counts whole days; nobody gets less time than they were told. */
  private static long days(Duration due) {
    long days = due.toDays();
    return Duration.ofDays(days).equals(due) ? days : days + 1;
  }

  private void addLines(InvoiceRequest request, String invoice) {
    InvoiceAddLinesParams.Builder lines = InvoiceAddLinesParams.builder();
    for (InvoiceLine line : request.lines()) {
      lines.addLine(
          InvoiceAddLinesParams.Line.builder()
              .setDescription(line.description())
              .setQuantity((long) line.quantity())
              .setPriceData(
                  InvoiceAddLinesParams.Line.PriceData.builder()
                      .setCurrency(StripeAmounts.code(line.price().currency()))
                      .setUnitAmount(StripeAmounts.write(line.price()).orElseThrow())
                      .setProductData(
                          InvoiceAddLinesParams.Line.PriceData.ProductData.builder()
                              .setName(Cut.to(LONGEST_PRODUCT_NAME, line.description()))
                              .build())
                      .build())
              .build());
    }
    Invoice ignored =
        calls.call(
            "invoice.add_lines",
            stripe -> stripe.invoices().addLines(invoice, lines.build(), as(request, "lines")));
  }

  @Override
  public InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
    try {
      return outcome(read(merchant, invoice));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown("Stripe does not know it, or did not answer");
    }
  }

  private Invoice read(Merchant merchant, ProviderRef invoice) {
    String id = StripeCalls.id(invoice);
    return calls.call(
        "invoice.read", stripe -> stripe.invoices().retrieve(id, StripeCalls.as(merchant)));
  }

  @Override
  public InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice) {
    String id = StripeCalls.id(invoice);
    return orUnknown(
        () ->
            outcome(
                StripeCalls.orElse(
                    () ->
                        calls.call(
                            "invoice.void",
                            stripe -> stripe.invoices().voidInvoice(id, StripeCalls.as(merchant))),
                    Kind.REJECTED,
                    refusal -> over(read(merchant, invoice), refusal))));
  }

  /** Lets a refusal to void stand, unless it was because all is over already. */
  private static Invoice over(Invoice invoice, ProviderException refusal) {
    if (List.of("paid", "void").contains(String.valueOf(invoice.getStatus()))) {
      return invoice;
    }
    throw refusal;
  }

  static InvoiceOutcome outcome(Invoice invoice) {
    ProviderRef ref = StripeCalls.ref(StripeCalls.needed(invoice.getId(), "id"));
    String status = StripeCalls.needed(invoice.getStatus(), "status");
    return switch (status) {
      case "open", "uncollectible" ->
          new InvoiceOutcome.Open(ref, total(invoice), page(invoice), isTried(invoice));
      case "paid" -> new InvoiceOutcome.Paid(ref, total(invoice), page(invoice));
      case "void" -> new InvoiceOutcome.Voided(ref);
      case "draft" -> new InvoiceOutcome.Unknown("it is a draft, which nobody can pay yet");
      default -> new InvoiceOutcome.Unknown("it stands in a way that Stripe did not have before");
    };
  }

  private static boolean isTried(Invoice invoice) {
    return invoice.getAttemptCount() != null && invoice.getAttemptCount() > 0;
  }

  private static Optional<URI> page(Invoice invoice) {
    return Optional.ofNullable(invoice.getHostedInvoiceUrl()).map(URI::create);
  }

  private static Money total(Invoice invoice) {
    return StripeAmounts.read(
        StripeCalls.needed(invoice.getTotal(), "total"),
        StripeCalls.needed(invoice.getCurrency(), "currency"));
  }

  @Override
  public String toString() {
    return "invoices of " + calls;
  }
}
