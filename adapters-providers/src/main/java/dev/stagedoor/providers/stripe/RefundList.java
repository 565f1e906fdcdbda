package dev.stagedoor.providers.stripe;

import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.RefundListParams;
import java.util.ArrayList;
import java.util.List;

/** Reads every refund of a PaymentIntent, the newest first; there are never very many of one. */
final class RefundList {
  private static final long PAGE = 100;
  private static final int MOST_PAGES = 100;

  private final StripeCalls calls;

  RefundList(StripeCalls calls) {
    this.calls = calls;
  }

  List<Refund> of(String intent) {
    List<Refund> all = new ArrayList<>();
    RefundListParams.Builder wanted =
        RefundListParams.builder().setPaymentIntent(intent).setLimit(PAGE);
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      StripeCollection<Refund> page =
          calls.call("refund.list", stripe -> stripe.refunds().list(wanted.build()));
      List<Refund> found = StripeCalls.needed(page.getData(), "data");
      all.addAll(found);
      if (!Boolean.TRUE.equals(page.getHasMore()) || found.isEmpty()) {
        return all;
      }
      wanted.setStartingAfter(StripeCalls.needed(found.get(found.size() - 1).getId(), "id"));
    }
    throw StripeCalls.unreadable("answered refunds without end");
  }
}
