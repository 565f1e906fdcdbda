package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.domain.kernel.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Accounts, as admins look for them. */
public record UsersPage(Page<ListedAccount> accounts, String search) {
  /** Returns what the address of another page of the list says, ending in &. */
  public String query() {
    return search.isEmpty()
        ? ""
        : "search=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&";
  }
}
