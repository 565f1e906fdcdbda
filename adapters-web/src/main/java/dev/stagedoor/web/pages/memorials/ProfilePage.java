package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.domain.kernel.Page;

/** Somebody's memorials and account. */
public record ProfilePage(AccountView account, Page<MemorialView> memorials) {}
