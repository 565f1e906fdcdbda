package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.CommentView;
import dev.stagedoor.application.liveselling.DeliveryView;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.ShowItemView;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.persistence.invoicing.InvoiceLineJson;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Claims;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Comments;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Deliveries;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Invoices;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Items;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Documents;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** The columns that a show's screens are made of, and how. */
@Singleton
final class ShowViews {
  static final List<Field<?>> ITEM =
      List.of(
          Items.ID,
          Items.NUMBER,
          Items.TITLE,
          Items.PRICE_MINOR,
          Items.QUANTITY,
          Items.WANTED,
          Items.GRANTED,
          Items.BILLED);
  static final List<Field<?>> CLAIM =
      List.of(
          Claims.ID,
          Items.NUMBER,
          Items.TITLE,
          Claims.QUANTITY,
          Claims.GRANTED,
          Claims.STATE,
          Claims.BUYER_ID,
          Claims.BUYER_HANDLE,
          Claims.COMMENT_ID,
          Claims.POSTED_AT,
          Claims.CREATED_AT);
  static final List<Field<?>> COMMENT =
      List.of(
          Comments.ID,
          Comments.AUTHOR_ID,
          Comments.AUTHOR_HANDLE,
          Comments.TEXT,
          Comments.POSTED_AT,
          Comments.IGNORED);
  static final List<Field<?>> INVOICE =
      List.of(
          Invoices.ID,
          Invoices.PROVIDER,
          Invoices.REF_ID,
          Invoices.PAGE,
          Invoices.CUSTOMER_NAME,
          Invoices.CUSTOMER_REFERENCE,
          Invoices.STATUS,
          Invoices.TOTAL_MINOR,
          Invoices.CURRENCY,
          Invoices.LINES,
          Invoices.PROBLEM_KIND,
          Invoices.PROBLEM_CODE,
          Invoices.SENT_AT,
          Invoices.PAID_AT,
          Invoices.CREATED_AT,
          Invoices.UPDATED_AT);
  static final List<Field<?>> DELIVERY =
      List.of(
          Deliveries.CHANNEL,
          Deliveries.REASON,
          Deliveries.STATUS,
          Deliveries.PROVIDER_CODE,
          Deliveries.AT);

  private static final Argument<List<InvoiceLineJson>> LINES =
      Argument.listOf(InvoiceLineJson.class);

  private final Documents documents;

  ShowViews(Documents documents) {
    this.documents = documents;
  }

  static ShowItemView item(Record row) {
    int granted = row.get(Items.GRANTED);
    return new ShowItemView(
        row.get(Items.ID),
        row.get(Items.NUMBER),
        row.get(Items.TITLE),
        Optional.ofNullable(row.get(Items.PRICE_MINOR)),
        row.get(Items.QUANTITY),
        granted + row.get(Items.BILLED),
        row.get(Items.WANTED) - granted);
  }

  static ClaimView claim(Record row) {
    int granted = row.get(Claims.GRANTED);
    return new ClaimView(
        row.get(Claims.ID),
        row.get(Items.NUMBER),
        row.get(Items.TITLE),
        row.get(Claims.QUANTITY),
        granted,
        Codes.parse(Claim.State.class, row.get(Claims.STATE)).status(granted),
        row.get(Claims.BUYER_ID),
        row.get(Claims.BUYER_HANDLE),
        Optional.ofNullable(row.get(Claims.COMMENT_ID)),
        row.get(Claims.POSTED_AT),
        row.get(Claims.CREATED_AT));
  }

  static CommentView comment(Record row) {
    return new CommentView(
        row.get(Comments.ID),
        Optional.ofNullable(row.get(Comments.AUTHOR_ID)),
        Optional.ofNullable(row.get(Comments.AUTHOR_HANDLE)),
        row.get(Comments.TEXT),
        row.get(Comments.POSTED_AT),
        Optional.ofNullable(row.get(Comments.IGNORED)));
  }

  InvoiceView invoice(ShowId show, Record row) {
    return new InvoiceView(
        row.get(Invoices.ID),
        show.value(),
        row.get(Invoices.PROVIDER),
        Optional.ofNullable(row.get(Invoices.REF_ID)),
        Optional.ofNullable(row.get(Invoices.PAGE)),
        row.get(Invoices.CUSTOMER_NAME),
        row.get(Invoices.CUSTOMER_REFERENCE),
        row.get(Invoices.STATUS),
        row.get(Invoices.TOTAL_MINOR),
        row.get(Invoices.CURRENCY).toLowerCase(Locale.ROOT),
        documents.read(row.get(Invoices.LINES).data(), LINES).stream()
            .map(
                line ->
                    new InvoiceView.Line(line.description(), line.quantity(), line.priceMinor()))
            .toList(),
        Optional.ofNullable(row.get(Invoices.PROBLEM_KIND))
            .map(kind -> new InvoiceView.Problem(kind, row.get(Invoices.PROBLEM_CODE))),
        Optional.ofNullable(row.get(Deliveries.CHANNEL)).map(channel -> delivery(channel, row)),
        Optional.ofNullable(row.get(Invoices.SENT_AT)),
        Optional.ofNullable(row.get(Invoices.PAID_AT)),
        row.get(Invoices.CREATED_AT),
        row.get(Invoices.UPDATED_AT));
  }

  private static DeliveryView delivery(String channel, Record row) {
    return new DeliveryView(
        channel,
        row.get(Deliveries.REASON),
        row.get(Deliveries.STATUS),
        row.get(Deliveries.PROVIDER_CODE),
        row.get(Deliveries.AT));
  }
}
