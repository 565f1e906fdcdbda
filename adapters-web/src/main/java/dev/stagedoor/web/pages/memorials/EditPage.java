package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.GuestBookEntryView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.web.pages.Form;

/** What a family writes on its memorial's page, and what visitors wrote into the guest book. */
public record EditPage(
    MemorialView memorial, Form form, boolean isStale, Page<GuestBookEntryView> guestBook) {}
