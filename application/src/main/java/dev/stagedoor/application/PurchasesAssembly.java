package dev.stagedoor.application;

import dev.stagedoor.application.courses.CoursePaymentService;
import dev.stagedoor.application.courses.CourseReceipt;
import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.application.courses.MeasuredDesk;
import dev.stagedoor.application.courses.PurchaseService;
import dev.stagedoor.application.courses.PurchaseSettlement;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import java.util.List;

/** Puts together how courses are sold, and lets purchases hear what becomes of their payments. */
record PurchasesAssembly(
    PurchaseService purchases, CoursePaymentService payments, PurchaseSettlement settlement)
    implements Assembly {
  static PurchasesAssembly on(
      Foundation base, PaymentsAssembly payments, EnrollmentService enrollments) {
    var ports = base.ports();
    var courses = ports.courses();
    EnrollmentDesk desk =
        base.providers()
            .enrollments()
            .<EnrollmentDesk>map(service -> new MeasuredDesk(service, base.monitoring()))
            .orElse(enrollments);
    var settlement =
        new PurchaseSettlement(
            ports.unitOfWork(),
            courses.purchases(),
            courses.purchaseLists(),
            ports.paymentLists(),
            payments.refunds(),
            desk,
            new CourseReceipt(ports.accounts(), courses.courses(), base.mailer(), base.settings()),
            base.monitoring(),
            ports.outbox(),
            base.clock());
    settlement.listen(base.announcements());
    return new PurchasesAssembly(
        new PurchaseService(
            ports.unitOfWork(),
            courses.courses(),
            courses.enrollments(),
            courses.purchases(),
            courses.purchaseLists(),
            ports.paymentLists(),
            payments.checkouts(),
            enrollments,
            base.clock(),
            base.ids()),
        new CoursePaymentService(
            ports.unitOfWork(),
            courses.courses(),
            courses.purchases(),
            courses.queries(),
            ports.payments(),
            ports.paymentLists(),
            payments.reconciler(),
            payments.refunds(),
            settlement,
            base.settings().courses(),
            base.clock()),
        settlement);
  }

  @Override
  public List<JobHandler> jobs() {
    return settlement.jobs();
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(settlement.repair());
  }
}
