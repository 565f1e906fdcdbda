package dev.stagedoor.providers.sandbox.invoices;

import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.util.List;

/** A merchant who has an account at the sandbox, and whether the operator may act for it. */
public record Account(String id, String name, boolean given, List<Notice> notices) {
  public Account {
    notices = List.copyOf(notices);
  }
}
