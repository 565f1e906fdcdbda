package dev.stagedoor.application;

import dev.stagedoor.application.payments.CheckoutService;
import dev.stagedoor.application.payments.PaymentReconciler;
import dev.stagedoor.application.payments.RefundService;

/** Puts together how money comes in and goes back. */
record PaymentsAssembly(
    CheckoutService checkouts, PaymentReconciler reconciler, RefundService refunds) {
  static PaymentsAssembly on(Foundation base) {
    var work = base.ports().unitOfWork();
    var payments = base.ports().payments();
    var providers = base.providers().payments();
    var announcements = base.announcements();
    var checkouts =
        new CheckoutService(work, payments, providers, announcements, base.clock(), base.ids());
    return new PaymentsAssembly(
        checkouts,
        new PaymentReconciler(work, payments, providers, checkouts, announcements, base.clock()),
        new RefundService(
            work,
            payments,
            base.ports().paymentLists(),
            providers,
            announcements,
            base.clock(),
            base.ids()));
  }
}
