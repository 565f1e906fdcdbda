package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.GuestBookService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The public pages of memorials, and their guest books. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class MemorialPages {
  private final Pages pages;
  private final MemorialService memorials;
  private final MemorialStreamService streams;
  private final BookingService bookings;
  private final GuestBookService guestBooks;

  MemorialPages(
      Pages pages,
      MemorialService memorials,
      MemorialStreamService streams,
      BookingService bookings,
      GuestBookService guestBooks) {
    this.pages = pages;
    this.memorials = memorials;
    this.streams = streams;
    this.bookings = bookings;
    this.guestBooks = guestBooks;
  }

  /**
   * Shows a memorial. Takes any address of one part that no other route takes; one with a dot is a
   * file and never a memorial. Routes that answer a browser with something else than a page are
   * named, because among routes for one address the one for pages would be preferred.
   */
  @Get("/{fullSlug:(?!health$|prometheus$)[^./]+}")
  HttpResponse<String> memorial(
      Shell shell, @PathVariable String fullSlug, PageRequest guestBookPage) {
    MemorialView memorial = memorials.bySlug(shell.actor(), fullSlug);
    return show(HttpStatus.OK, shell, memorial, guestBookPage, Form.empty());
  }

  /** Takes a guest book entry from the form on the page. */
  @Post("/{fullSlug:[^./]+}/guestbook")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> write(
      Shell shell, @PathVariable String fullSlug, @Body Map<String, String> fields) {
    MemorialView memorial = memorials.bySlug(shell.actor(), fullSlug);
    Form form = Form.of(fields);
    try {
      guestBooks.write(shell.actor(), id(memorial), form.value("name"), form.value("message"));
      return Pages.leadTo(address(memorial) + "?done=guest_book_written#guest-book");
    } catch (DomainException refused) {
      return show(
          HttpStatus.UNPROCESSABLE_ENTITY,
          shell,
          memorial,
          PageRequest.first(),
          form.refused(refused, shell.text()));
    }
  }

  private HttpResponse<String> show(
      HttpStatus status, Shell shell, MemorialView memorial, PageRequest guestBookPage, Form form) {
    Actor actor = shell.actor();
    MemorialId id = id(memorial);
    return pages.show(
        status,
        shell,
        "memorials/memorial",
        new MemorialPage(
            memorial,
            bookings.services(actor, id),
            streams.visible(actor, id),
            guestBooks.approved(actor, id, guestBookPage),
            form,
            memorials.isRunBy(actor, id)));
  }

  static String address(MemorialView memorial) {
    return "/" + URLEncoder.encode(memorial.fullSlug(), StandardCharsets.UTF_8);
  }

  private static MemorialId id(MemorialView memorial) {
    return new MemorialId(memorial.id());
  }
}
