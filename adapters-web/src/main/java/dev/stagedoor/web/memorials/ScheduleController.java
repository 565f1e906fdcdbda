package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.error.DetailedRefusal;
import dev.stagedoor.web.json.DataResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;

/** The schedule of a memorial: read, and saved while it is edited. */
@Controller("/api/memorials/{id}/schedule")
@Tag(name = "Memorials")
class ScheduleController {
  private final BookingService bookings;

  ScheduleController(BookingService bookings) {
    this.bookings = bookings;
  }

  /** Returns the schedule with what it costs. */
  @Get
  DataResponse<ScheduleResponse> schedule(Actor actor, UUID id) {
    return DataResponse.of(ScheduleResponse.from(bookings.schedule(actor, new MemorialId(id))));
  }

  /**
   * Saves what was edited since a version. Where somebody else saved meanwhile, the refusal carries
   * the present schedule, and nothing is lost.
   */
  @Post("/auto-save")
  SavedScheduleResponse save(Actor actor, UUID id, @Body AutoSaveRequest request) {
    actor.mustBeSignedIn();
    MemorialId memorial = new MemorialId(id);
    try {
      return SavedScheduleResponse.from(bookings.save(actor, memorial, request.toEdit()));
    } catch (DomainException refused) {
      if (refused.code() != CommonError.STALE_VERSION) {
        throw refused;
      }
      ScheduleResponse now = ScheduleResponse.from(bookings.schedule(actor, memorial));
      throw new DetailedRefusal(refused, Map.of("data", now));
    }
  }
}
