package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The control centre of a memorial's livestreams. */
@Hidden
@Controller("/memorial/{id}")
@Produces(MediaType.TEXT_HTML)
class LivestreamPages {
  private final Pages pages;
  private final MemorialService memorials;
  private final MemorialStreamService streams;
  private final BookingService bookings;

  LivestreamPages(
      Pages pages,
      MemorialService memorials,
      MemorialStreamService streams,
      BookingService bookings) {
    this.pages = pages;
    this.memorials = memorials;
    this.streams = streams;
    this.bookings = bookings;
  }

  @Get("/livestream")
  HttpResponse<String> livestream(Shell shell, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    MemorialId memorial = new MemorialId(id);
    List<StreamView> newestFirst =
        streams.list(actor, memorial).stream()
            .sorted(Comparator.comparing(StreamView::createdAt).reversed())
            .toList();
    boolean paid =
        bookings.schedule(actor, memorial).bookingStatus().equals(BookingStatus.PAID.code());
    LivestreamPage page = new LivestreamPage(memorials.get(actor, memorial), newestFirst, paid);
    // Stream keys are in it.
    return Pages.unkept(pages.show(shell, "memorials/livestream", page));
  }
}
