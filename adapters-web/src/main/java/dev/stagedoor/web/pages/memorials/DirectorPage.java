package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.web.pages.Form;

/** The portal of a funeral director. */
public record DirectorPage(FuneralDirector.Status status, Form form, Page<MemorialView> memorials) {
  public boolean isApproved() {
    return status == FuneralDirector.Status.APPROVED;
  }
}
