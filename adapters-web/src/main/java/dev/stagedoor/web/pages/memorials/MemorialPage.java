package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.GuestBookEntryView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.web.pages.Form;
import java.util.List;
import java.util.stream.Stream;

/** The page in memory of one person, as everybody sees it. */
public record MemorialPage(
    MemorialView memorial,
    ServicePlan services,
    List<StreamView> streams,
    Page<GuestBookEntryView> guestBook,
    Form form,
    boolean isRunByReader) {
  /** Returns the services of which anything is known that a visitor needs. */
  public List<ServicePlan.Service> knownServices() {
    return Stream.concat(Stream.of(services.main()), services.additional().stream())
        .filter(service -> service.date().isPresent() || !service.location().name().isEmpty())
        .toList();
  }

  /** Returns what is live, will be, or was a moment ago. */
  public List<StreamView> live() {
    return streams.stream().filter(stream -> !isOver(stream)).toList();
  }

  /** Returns what is over and was really broadcast. */
  public List<StreamView> recorded() {
    return streams.stream()
        .filter(MemorialPage::isOver)
        .filter(stream -> stream.recordingReady() || stream.actualStartTime().isPresent())
        .toList();
  }

  private static boolean isOver(StreamView stream) {
    return stream.status().equals(StreamStatus.COMPLETED.code());
  }
}
