package dev.stagedoor.persistence.liveselling;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.trueCondition;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.CommentView;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.ShowItemView;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Claims;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Comments;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Deliveries;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Invoices;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Items;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;

@Singleton
@InsideUnitOfWork
class JooqShowQueries implements ShowQueries {
  /** By bytes, which any database sorts alike. */
  private static final String BY_BYTES = "C";

  private final DSLContext sql;
  private final ShowViews views;

  JooqShowQueries(DSLContext sql, ShowViews views) {
    this.sql = sql;
    this.views = views;
  }

  @Override
  public List<ShowItemView> items(ShowId show) {
    return sql.select(ShowViews.ITEM)
        .from(Items.TABLE)
        .where(Items.SHOW_ID.eq(show.value()))
        .orderBy(Items.NUMBER)
        .fetch(ShowViews::item);
  }

  @Override
  public int itemCount(ShowId show) {
    return sql.fetchCount(Items.TABLE, Items.SHOW_ID.eq(show.value()));
  }

  @Override
  public Page<ClaimView> claims(ShowId show, Optional<String> status, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(ShowViews.CLAIM)
            .from(Claims.TABLE)
            .join(Items.TABLE)
            .on(Items.ID.eq(Claims.ITEM_ID))
            .where(Items.SHOW_ID.eq(show.value()))
            .and(status.map(JooqShowQueries::is).orElse(noCondition()))
            .orderBy(Items.NUMBER, Claims.POSTED_AT, Claims.ARRIVAL),
        page,
        ShowViews::claim);
  }

  private static Condition is(String status) {
    Condition any = falseCondition();
    for (Claim.State state : Claim.State.values()) {
      Condition isIn = Claims.STATE.eq(Codes.of(state));
      if (state.status(1).equals(status)) {
        any = any.or(state.status(0).equals(status) ? isIn : isIn.and(Claims.GRANTED.gt(0)));
      } else if (state.status(0).equals(status)) {
        any = any.or(isIn.and(Claims.GRANTED.eq(0)));
      }
    }
    return any;
  }

  @Override
  public Page<CommentView> comments(ShowId show, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(ShowViews.COMMENT)
            .from(Comments.TABLE)
            .where(Comments.SHOW_ID.eq(show.value()))
            .orderBy(Comments.POSTED_AT.desc(), Comments.RECEIVED_AT.desc(), Comments.ID.desc()),
        page,
        ShowViews::comment);
  }

  @Override
  public List<BuyerView> buyers(ShowId show) {
    return buyers(show, 0, Integer.MAX_VALUE);
  }

  @Override
  public Page<BuyerView> buyers(ShowId show, PageRequest page) {
    long total =
        sql.fetchCount(selectDistinct(Claims.BUYER_ID).from(Claims.TABLE).where(has(show)));
    return Page.of(buyers(show, page.offset(), page.limit()), page, total);
  }

  private List<BuyerView> buyers(ShowId show, int offset, int limit) {
    Subject subject = Show.subject(show);
    return BuyerRollup.of(
        sql.fetch(BuyerRollup.QUERY, show.value(), offset, limit, subject.kind(), subject.id()));
  }

  private static Condition has(ShowId show) {
    return Claims.SHOW_ID.eq(show.value()).and(Claims.GRANTED.gt(0));
  }

  @Override
  public List<InvoiceView> invoices(ShowId show, Optional<InvoiceId> only) {
    return byBuyer(show, only).fetch(row -> views.invoice(show, row));
  }

  @Override
  public Page<InvoiceView> invoices(ShowId show, PageRequest page) {
    return Pages.fetch(sql, byBuyer(show, Optional.empty()), page, row -> views.invoice(show, row));
  }

  private SelectLimitStep<Record> byBuyer(ShowId show, Optional<InvoiceId> only) {
    Subject subject = Show.subject(show);
    Field<String> buyer = Invoices.CUSTOMER_REFERENCE.collate(BY_BYTES);
    return sql.select(ShowViews.INVOICE)
        .select(ShowViews.DELIVERY)
        .from(Invoices.TABLE)
        .leftJoin(
            lateral(
                select(ShowViews.DELIVERY)
                    .from(Deliveries.TABLE)
                    .where(Deliveries.INVOICE_ID.eq(Invoices.ID))
                    .orderBy(Deliveries.AT.desc(), Deliveries.NUMBER.desc())
                    .limit(1)
                    .asTable("deliveries")))
        .on(trueCondition())
        .where(Invoices.SUBJECT_KIND.eq(subject.kind()))
        .and(Invoices.SUBJECT_ID.eq(subject.id()))
        .and(only.map(InvoiceId::value).map(Invoices.ID::eq).orElse(noCondition()))
        .orderBy(
            lower(Invoices.CUSTOMER_NAME).collate(BY_BYTES),
            buyer,
            Invoices.CREATED_AT,
            Invoices.ID);
  }
}
