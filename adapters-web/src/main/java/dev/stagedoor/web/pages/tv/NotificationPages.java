package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.auth.AccountAdminService;
import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.application.notifications.NotificationService;
import dev.stagedoor.application.notifications.PreviewView;
import dev.stagedoor.application.notifications.SendNotification;
import dev.stagedoor.application.notifications.TemplateService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.TemplateId;
import dev.stagedoor.web.json.Sent;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mails to many: templates, previews, sending and how far it has come; for admins. */
@Hidden
@Controller("/admin/notifications")
@Produces(MediaType.TEXT_HTML)
class NotificationPages {
  private static final String HERE = "/admin/notifications";
  private static final int MOST_LINES = 100;

  private final Pages pages;
  private final TemplateService templates;
  private final NotificationService notifications;
  private final AccountAdminService accounts;

  NotificationPages(
      Pages pages,
      TemplateService templates,
      NotificationService notifications,
      AccountAdminService accounts) {
    this.pages = pages;
    this.templates = templates;
    this.notifications = notifications;
    this.accounts = accounts;
  }

  @Get
  HttpResponse<String> overview(Shell shell, PageRequest page) {
    return overview(HttpStatus.OK, shell, page, Form.empty());
  }

  @Post("/templates")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> make(Shell shell, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    actor.mustBeAdmin();
    Form form = Form.of(fields);
    try {
      Template made =
          templates.make(actor, form.value(LetterFields.KEY).strip(), LetterFields.letter(form));
      return Pages.leadTo(address(made.id().value()) + "?done=template_made");
    } catch (DomainException refused) {
      return overview(
          Refusals.status(refused),
          shell,
          PageRequest.first(),
          LetterFields.told(form, refused, shell));
    }
  }

  @Get("/templates/{id}")
  HttpResponse<String> template(Shell shell, @PathVariable UUID id) {
    Template template = templates.get(shell.signedIn(), new TemplateId(id));
    return template(
        HttpStatus.OK, shell, template, LetterFields.filled(template), Form.empty(), null);
  }

  @Post("/templates/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> change(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Template template = templates.get(actor, new TemplateId(id));
    Form form = Form.of(fields);
    try {
      var unused =
          templates.change(actor, template.id(), LetterFields.change(form, template.isBuiltIn()));
      return Pages.leadTo(address(id) + "?done=template_saved");
    } catch (DomainException refused) {
      return template(
          Refusals.status(refused),
          shell,
          template,
          LetterFields.told(form, refused, shell),
          Form.empty(),
          null);
    }
  }

  /** Leads back: what a form answered with is at an address that can be asked for, too. */
  @Get("/templates/{id}/send")
  HttpResponse<String> sendForm(Shell shell, @PathVariable UUID id) {
    shell.signedIn().mustBeAdmin();
    String query = shell.address().getRawQuery();
    return Pages.leadTo(address(id) + (query == null ? "" : "?" + query));
  }

  /** Shows what somebody would read, or sends it; the button that was pressed says which. */
  @Post("/templates/{id}/send")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> send(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Template template = templates.get(actor, new TemplateId(id));
    Form form = Form.of(fields);
    Map<String, String> values = LetterFields.values(form, template);
    try {
      if (form.value("act").equals("send")) {
        var wanted =
            new SendNotification(template.key(), audience(actor, form), values, Keys.in(form));
        var unused =
            Sent.as(LetterFields.PEOPLE, "to.userIds", () -> notifications.send(actor, wanted));
        return Pages.leadTo(HERE + "?done=notification_sent#sent");
      }
      PreviewView preview =
          templates.preview(
              actor,
              template.id(),
              values,
              accounts.get(actor, actor.userId()).displayName(),
              LetterFields.language(form));
      return template(HttpStatus.OK, shell, template, LetterFields.filled(template), form, preview);
    } catch (DomainException refused) {
      return template(
          Refusals.status(refused),
          shell,
          template,
          LetterFields.filled(template),
          LetterFields.told(form, refused, shell),
          null);
    }
  }

  @Post("/templates/{id}/remove")
  @Consumes(MediaType.ALL)
  HttpResponse<String> remove(Shell shell, @PathVariable UUID id) {
    templates.remove(shell.signedIn(), new TemplateId(id));
    return Pages.leadTo(HERE + "?done=template_removed");
  }

  private Addressees audience(Actor actor, Form form) {
    String to = form.value("to");
    if (!to.equals("users") && !form.value(LetterFields.PEOPLE).isBlank()) {
      // Whoever named people did not mean everybody.
      throw DomainException.invalid(LetterFields.PEOPLE, "choice");
    }
    return switch (to) {
      case "all" -> Addressees.everybody();
      case "role" -> Addressees.of(form.role("role"));
      case "users" -> Addressees.of(people(actor, form.value(LetterFields.PEOPLE)));
      default -> throw DomainException.invalid("to", "choice");
    };
  }

  /** Finds people by their addresses, one on each line. */
  private List<UserId> people(Actor actor, String typed) {
    List<String> lines =
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw DomainException.invalid(LetterFields.PEOPLE, lines.isEmpty() ? "blank" : "length");
    }
    Set<EmailAddress> addresses =
        lines.stream().map(NotificationPages::read).collect(Collectors.toSet());
    Collection<ListedAccount> found = accounts.mailedAt(actor, addresses).values();
    if (found.size() < addresses.size()) {
      throw DomainException.invalid(LetterFields.PEOPLE, "choice");
    }
    return found.stream().map(ListedAccount::id).map(UserId::new).toList();
  }

  private static EmailAddress read(String typed) {
    return Sent.as(LetterFields.PEOPLE, "email", () -> new EmailAddress(typed));
  }

  private static String address(UUID template) {
    return HERE + "/templates/" + template;
  }

  private HttpResponse<String> overview(
      HttpStatus status, Shell shell, PageRequest page, Form form) {
    Actor actor = shell.signedIn();
    return pages.show(
        status,
        shell,
        "tv/admin_notifications",
        new NotificationsPage(templates.list(actor), notifications.list(actor, page), form));
  }

  private HttpResponse<String> template(
      HttpStatus status,
      Shell shell,
      Template template,
      Form form,
      Form sending,
      @Nullable PreviewView preview) {
    return pages.show(
        status,
        shell,
        "tv/admin_template",
        new TemplatePage(
            template,
            form,
            sending,
            Keys.next(),
            notifications.reach(shell.signedIn()),
            Optional.ofNullable(preview)));
  }
}
