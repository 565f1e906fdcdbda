package dev.stagedoor.application;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.payments.CheckoutService;
import dev.stagedoor.application.payments.PaymentReconciler;
import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.application.payments.StoredPayments;
import dev.stagedoor.application.webhooks.EventHandler;
import java.util.List;

/** Puts together how money comes in and goes back. */
record PaymentsAssembly(
    CheckoutService checkouts, PaymentReconciler reconciler, RefundService refunds)
    implements Assembly {
  static PaymentsAssembly on(Foundation base) {
    var work = base.ports().unitOfWork();
    var payments = base.ports().payments();
    var providers = base.providers().payments();
    var stored = new StoredPayments(work, payments, base.announcements(), base.monitoring());
    var checkouts = new CheckoutService(payments, providers, stored, base.clock(), base.ids());
    return new PaymentsAssembly(
        checkouts,
        new PaymentReconciler(work, payments, providers, checkouts, stored, base.clock()),
        new RefundService(
            work,
            payments,
            base.ports().paymentLists(),
            providers,
            stored,
            base.clock(),
            base.ids()));
  }

  @Override
  public List<EventHandler<?>> eventHandlers() {
    return List.of(reconciler.events());
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(reconciler.job());
  }
}
