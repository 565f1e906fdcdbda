package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
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
import java.util.UUID;

/**
 * The schedule with its calculator. Scripts save it as it is typed; without them its one form does
 * the same with buttons.
 */
@Hidden
@Controller("/memorial/{id}")
@Produces(MediaType.TEXT_HTML)
class SchedulePages {
  private static final String TEMPLATE = "memorials/schedule";
  private static final String REMOVE = "remove:";

  private final Pages pages;
  private final MemorialService memorials;
  private final BookingService bookings;

  SchedulePages(Pages pages, MemorialService memorials, BookingService bookings) {
    this.pages = pages;
    this.memorials = memorials;
    this.bookings = bookings;
  }

  @Get("/schedule")
  HttpResponse<String> schedule(Shell shell, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    ScheduleView schedule = bookings.schedule(actor, new MemorialId(id));
    return show(HttpStatus.OK, shell, schedule, id, ScheduleForm.of(schedule), Form.empty(), false);
  }

  @Post("/schedule")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> save(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    MemorialId memorial = new MemorialId(id);
    Form form = Form.of(fields);
    String action = form.value("action");
    ScheduleForm typed = changed(ScheduleForm.of(fields), action);
    try {
      bookings.save(actor, memorial, typed.toEdit());
    } catch (DomainException refused) {
      ScheduleView current = bookings.schedule(actor, memorial);
      boolean stale = refused.code() == CommonError.STALE_VERSION;
      return show(
          stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
          shell,
          current,
          id,
          stale ? typed.at(current.version()) : typed,
          stale ? form : form.refused(refused, shell.text()),
          stale);
    }
    String self = "/memorial/" + id + "/schedule";
    return Pages.leadTo(
        action.equals("book") ? "/memorial/" + id + "/payment" : self + "?done=schedule_saved");
  }

  private static ScheduleForm changed(ScheduleForm typed, String action) {
    if (action.equals("add")) {
      return typed.withAnotherService();
    }
    return action.startsWith(REMOVE)
        ? typed.withoutService(action.substring(REMOVE.length()))
        : typed;
  }

  private HttpResponse<String> show(
      HttpStatus status,
      Shell shell,
      ScheduleView schedule,
      UUID id,
      ScheduleForm typed,
      Form form,
      boolean stale) {
    return pages.show(
        status,
        shell,
        TEMPLATE,
        new SchedulePage(
            memorials.get(shell.actor(), new MemorialId(id)), schedule, typed, form, stale));
  }
}
