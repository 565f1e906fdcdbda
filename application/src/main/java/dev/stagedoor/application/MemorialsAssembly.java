package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.BookingSettlement;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.FamilyService;
import dev.stagedoor.application.memorials.GuestBookService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.memorials.MemorialStreamService;
import java.util.List;

/** Puts the area of memorials together, and lets it hear what becomes of its payments. */
record MemorialsAssembly(
    MemorialService memorials,
    FamilyService families,
    DirectorService directors,
    BookingService bookings,
    BookingSettlement settlement,
    MemorialStreamService streams,
    GuestBookService guestBooks)
    implements Assembly {
  static MemorialsAssembly on(
      Foundation base, AuthAssembly auth, PaymentsAssembly payments, VideoAssembly video) {
    var ports = base.ports();
    var work = ports.unitOfWork();
    var memorials =
        new MemorialService(
            work,
            ports.memorials(),
            ports.bookings(),
            ports.memorialQueries(),
            base.settings().prices(),
            base.clock(),
            base.ids());
    var directors =
        new DirectorService(
            work,
            ports.funeralDirectors(),
            ports.accounts(),
            auth.registrations(),
            auth.accountLinks(),
            memorials,
            ports.memorialQueries(),
            base.mailer(),
            base.settings(),
            base.clock());
    var bookings =
        new BookingService(
            work,
            memorials,
            ports.bookings(),
            ports.payments(),
            payments.checkouts(),
            ports.outbox(),
            ports.accounts(),
            base.translations(),
            base.settings(),
            base.clock());
    var settlement =
        new BookingSettlement(
            work,
            ports.memorials(),
            ports.bookings(),
            ports.paymentLists(),
            ports.accounts(),
            payments.refunds(),
            base.mailer(),
            ports.liveUpdates(),
            ports.outbox(),
            base.settings(),
            base.clock());
    settlement.listen(base.announcements());
    return new MemorialsAssembly(
        memorials,
        new FamilyService(auth.registrations(), memorials, base.mailer(), base.settings()),
        directors,
        bookings,
        settlement,
        new MemorialStreamService(
            work,
            ports.memorials(),
            ports.memorialQueries(),
            ports.liveStreams(),
            ports.videoQueries(),
            video.liveStreams()),
        new GuestBookService(
            work,
            memorials,
            ports.guestBooks(),
            ports.memorialQueries(),
            base.clock(),
            base.ids()));
  }

  @Override
  public List<JobHandler> jobs() {
    return List.of(bookings.givingUp(), settlement.returningSurplus());
  }
}
