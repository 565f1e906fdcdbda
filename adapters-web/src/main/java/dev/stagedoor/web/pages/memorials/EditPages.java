package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.GuestBookService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writing a memorial's page and moderating its guest book, for those who run it. */
@Hidden
@Controller("/memorial/{id}")
@Produces(MediaType.TEXT_HTML)
class EditPages {
  private static final String TEMPLATE = "memorials/edit";

  private final Pages pages;
  private final MemorialService memorials;
  private final GuestBookService guestBooks;
  private final BookingService bookings;

  EditPages(
      Pages pages,
      MemorialService memorials,
      GuestBookService guestBooks,
      BookingService bookings) {
    this.pages = pages;
    this.memorials = memorials;
    this.guestBooks = guestBooks;
    this.bookings = bookings;
  }

  /** Leads whoever runs a memorial to what comes next for it. */
  @Get
  HttpResponse<String> next(Shell shell, @PathVariable UUID id) {
    String status = bookings.schedule(shell.signedIn(), new MemorialId(id)).bookingStatus();
    boolean paid = status.equals(BookingStatus.PAID.code());
    return Pages.leadTo("/memorial/" + id + (paid ? "/livestream" : "/schedule"));
  }

  @Get("/edit")
  HttpResponse<String> edit(Shell shell, @PathVariable UUID id, PageRequest guestBookPage) {
    MemorialView memorial = memorials.get(shell.signedIn(), new MemorialId(id));
    return show(HttpStatus.OK, shell, memorial, filled(memorial), false, guestBookPage);
  }

  @Post("/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> save(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    MemorialId memorialId = new MemorialId(id);
    Form form = Form.of(fields);
    try {
      memorials.change(actor, memorialId, change(form));
      return Pages.leadTo("/memorial/" + id + "/edit?done=memorial_saved");
    } catch (DomainException refused) {
      MemorialView current = memorials.get(actor, memorialId);
      boolean stale = refused.code() == CommonError.STALE_VERSION;
      return show(
          stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
          shell,
          current,
          stale
              ? form.with("version", Long.toString(current.version()))
              : form.refused(refused, shell.text()),
          stale,
          PageRequest.first());
    }
  }

  /** Approves, hides or deletes what a visitor wrote. */
  @Post("/guestbook/{entryId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> moderate(
      Shell shell,
      @PathVariable UUID id,
      @PathVariable UUID entryId,
      @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    MemorialId memorial = new MemorialId(id);
    GuestBookEntryId entry = new GuestBookEntryId(entryId);
    String decision = Form.of(fields).value("decision");
    if (decision.equals("delete")) {
      guestBooks.delete(actor, memorial, entry);
    } else {
      guestBooks.moderate(actor, memorial, entry, GuestBookEntry.Status.parse(decision));
    }
    return Pages.leadTo("/memorial/" + id + "/edit?done=guest_book_moderated#guest-book");
  }

  private HttpResponse<String> show(
      HttpStatus status,
      Shell shell,
      MemorialView memorial,
      Form form,
      boolean stale,
      PageRequest guestBookPage) {
    return pages.show(
        status,
        shell,
        TEMPLATE,
        new EditPage(
            memorial,
            form,
            stale,
            guestBooks.list(shell.actor(), new MemorialId(memorial.id()), guestBookPage)));
  }

  private static Form filled(MemorialView memorial) {
    Form form =
        Form.empty()
            .with("lovedOneName", memorial.lovedOneName())
            .with("customText", memorial.customText())
            .with("imageUrl", memorial.imageUrl().orElse(""))
            .with("version", Long.toString(memorial.version()));
    return memorial.isPublic() ? form.with("isPublic", "on") : form;
  }

  private static MemorialService.Change change(Form form) {
    return new MemorialService.Change(
        Optional.of(form.value("lovedOneName")),
        Optional.of(form.value("customText").replace("\r\n", "\n")),
        Optional.of(form.value("imageUrl")),
        Optional.of(form.isTicked("isPublic")),
        version(form));
  }

  private static long version(Form form) {
    try {
      return Long.parseLong(form.value("version"));
    } catch (NumberFormatException notOurs) {
      throw DomainException.invalid("version", "required");
    }
  }
}
