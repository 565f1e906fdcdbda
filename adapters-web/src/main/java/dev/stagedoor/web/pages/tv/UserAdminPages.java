package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.auth.AccountAdminService;
import dev.stagedoor.application.tv.CreditService;
import dev.stagedoor.application.tv.TvAdminService;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
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
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accounts, for admins: found, given roles and credits, suspended; and the record of all that. */
@Hidden
@Controller("/admin")
@Produces(MediaType.TEXT_HTML)
class UserAdminPages {
  private static final String AMOUNT = "amount";

  private final Pages pages;
  private final AccountAdminService accounts;
  private final TvAdminService admin;
  private final CreditService credits;
  private final AuditService audit;

  UserAdminPages(
      Pages pages,
      AccountAdminService accounts,
      TvAdminService admin,
      CreditService credits,
      AuditService audit) {
    this.pages = pages;
    this.accounts = accounts;
    this.admin = admin;
    this.credits = credits;
    this.audit = audit;
  }

  @Get("/users")
  HttpResponse<String> users(
      Shell shell, @QueryValue(defaultValue = "") String search, PageRequest page) {
    Optional<String> wanted = Optional.of(search.strip()).filter(text -> !text.isEmpty());
    return pages.show(
        shell,
        "tv/admin_users",
        new UsersPage(accounts.list(shell.signedIn(), wanted, page), search.strip()));
  }

  @Get("/users/{id}")
  HttpResponse<String> user(Shell shell, @PathVariable UUID id) {
    return show(HttpStatus.OK, shell, page(shell, id));
  }

  @Post("/users/{id}/role")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> role(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return act(
        shell,
        id,
        form,
        () -> {
          var unused =
              accounts.changeRole(
                  shell.actor(), new UserId(id), form.role("role"), form.value("reason"));
          return "tv_role_changed";
        },
        UserPage::withRole);
  }

  /** Suspends an account, or lets it act again. */
  @Post("/users/{id}/standing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> standing(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return act(
        shell,
        id,
        form,
        () -> {
          switch (form.value("act")) {
            case "resume" -> {
              var unused = accounts.resume(shell.actor(), new UserId(id), form.value("reason"));
              return "tv_user_resumed";
            }
            case "suspend" -> {
              var unused = accounts.suspend(shell.actor(), new UserId(id), form.value("reason"));
              return "tv_user_suspended";
            }
            default -> throw DomainException.invalid("act", "choice");
          }
        },
        UserPage::withStanding);
  }

  /** Gives credits, or takes them back. */
  @Post("/users/{id}/credits")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> credits(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return act(
        shell,
        id,
        form,
        () -> {
          long amount = PlanFields.count(form, AMOUNT);
          String description = form.value("description");
          switch (form.value("act")) {
            case "deduct" -> {
              var unused =
                  credits.deduct(shell.actor(), new UserId(id), amount, description, Keys.in(form));
              return "tv_credits_deducted";
            }
            case "add" -> {
              var unused =
                  credits.add(shell.actor(), new UserId(id), amount, description, Keys.in(form));
              return "tv_credits_added";
            }
            default -> throw DomainException.invalid("act", "choice");
          }
        },
        UserPage::withCredits);
  }

  @Get("/audit")
  HttpResponse<String> audit(Shell shell, @QueryValue @Nullable UUID about, PageRequest page) {
    Actor actor = shell.signedIn();
    Optional<UUID> subject = Optional.ofNullable(about);
    Page<AuditEntry> entries = audit.list(actor, Optional.empty(), subject, page);
    return pages.show(
        shell,
        "tv/audit",
        new AuditPage(entries, accounts.named(actor, AuditEntry.people(entries.items())), subject));
  }

  private HttpResponse<String> act(
      Shell shell,
      UUID id,
      Form form,
      Supplier<String> action,
      BiFunction<UserPage, Form, UserPage> telling) {
    shell.signedIn();
    try {
      return Pages.leadTo("/admin/users/" + id + "?done=" + action.get());
    } catch (DomainException refused) {
      Form told = Refusals.told(form, refused, shell);
      return show(Refusals.status(refused), shell, telling.apply(page(shell, id), told));
    }
  }

  private UserPage page(Shell shell, UUID id) {
    Actor actor = shell.signedIn();
    UserId user = new UserId(id);
    return UserPage.of(admin.user(actor, user), actor.is(user));
  }

  private HttpResponse<String> show(HttpStatus status, Shell shell, UserPage page) {
    return pages.show(status, shell, "tv/admin_user", page);
  }
}
