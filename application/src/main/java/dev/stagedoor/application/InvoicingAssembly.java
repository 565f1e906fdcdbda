package dev.stagedoor.application;

import dev.stagedoor.application.invoicing.InvoiceReconciler;
import dev.stagedoor.application.invoicing.InvoiceService;
import dev.stagedoor.application.invoicing.MerchantDirectory;

/** Puts together how merchants bill their customers. */
record InvoicingAssembly(InvoiceService invoices, InvoiceReconciler reconciler) {
  static InvoicingAssembly on(Foundation base, MerchantDirectory merchants) {
    var ports = base.ports();
    var providers = base.providers().invoicing();
    var invoices =
        new InvoiceService(
            ports.unitOfWork(),
            ports.outbox(),
            ports.invoices(),
            providers,
            merchants,
            base.announcements(),
            base.clock());
    return new InvoicingAssembly(
        invoices,
        new InvoiceReconciler(
            ports.unitOfWork(), ports.invoices(), providers, invoices, merchants, base.clock()));
  }
}
