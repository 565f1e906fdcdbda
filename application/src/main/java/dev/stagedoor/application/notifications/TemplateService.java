package dev.stagedoor.application.notifications;

import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.domain.notifications.NotificationError;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.TemplateId;
import dev.stagedoor.domain.notifications.Wording;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Templates, kept by admins, whose acts are recorded. */
public final class TemplateService {
  private final UnitOfWork work;
  private final TemplateRepository templates;
  private final Letters letters;
  private final AuditService audit;
  private final Clock clock;
  private final Ids ids;

  public TemplateService(
      UnitOfWork work,
      TemplateRepository templates,
      Letters letters,
      AuditService audit,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.templates = templates;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** Lists all, by key. */
  public List<Template> list(Actor actor) {
    actor.mustBeAdmin();
    return work.look(templates::all);
  }

  /**
   * Returns one.
   *
   * @throws DomainException {@code NOT_FOUND}
   */
  public Template get(Actor actor, TemplateId id) {
    actor.mustBeAdmin();
    return work.look(() -> stored(id));
  }

  /**
   * Makes a template.
   *
   * @throws DomainException {@code TEMPLATE_KEY_TAKEN}, {@code INVALID_VALUE}
   */
  public Template make(Actor actor, String key, Letter letter) {
    actor.mustBeAdmin();
    Template template = Template.make(new TemplateId(ids.next()), key, letter, clock.instant());
    return work.write(
        () -> {
          templates.save(template);
          record(actor, "notification_template.made", template, Map.of(), facts(template));
          return stored(template.id());
        });
  }

  /**
   * Changes what a template says; what is being sent goes on saying what it said.
   *
   * @throws DomainException {@code NOT_FOUND}, {@code STALE_VERSION}, {@code INVALID_VALUE}
   */
  public Template change(Actor actor, TemplateId id, ChangeTemplate change) {
    actor.mustBeAdmin();
    return work.write(
        () -> {
          Template template = stored(id);
          change.version().ifPresent(template::mustBe);
          Map<String, String> before = facts(template);
          Letter old = template.letter();
          template.change(
              new Letter(
                  change.category().orElse(old.category()),
                  change.variables().orElse(old.variables()),
                  change.texts().orElse(old.texts())),
              clock.instant());
          if (template.letter().equals(old)) {
            return template;
          }
          templates.save(template);
          record(actor, "notification_template.changed", template, before, facts(template));
          return stored(id);
        });
  }

  /**
   * Removes a template; what is being sent goes on.
   *
   * @throws DomainException {@code NOT_FOUND}, {@code TEMPLATE_BUILT_IN}
   */
  public void remove(Actor actor, TemplateId id) {
    actor.mustBeAdmin();
    work.run(
        () -> {
          Template template = stored(id);
          template.mustBeRemovable();
          templates.remove(id);
          record(actor, "notification_template.removed", template, facts(template), Map.of());
        });
  }

  /**
   * Shows what somebody of that name would read.
   *
   * @throws DomainException {@code NOT_FOUND}, {@code INVALID_VALUE} for values that do not fit
   */
  public PreviewView preview(
      Actor actor, TemplateId id, Map<String, String> values, String name, Language language) {
    Letter letter = get(actor, id).letter();
    return letters.preview(letter, letter.fitted(values), name, language);
  }

  /**
   * Makes what the product itself sends by, where it is not there yet, in every language. What
   * admins have written since stays. Repeatable, on any number of instances.
   */
  public void begin(List<Notices.BuiltIn> wanted, Translations translations) {
    for (Notices.BuiltIn one : wanted) {
      try {
        work.run(() -> add(one, translations));
      } catch (DomainException faster) {
        if (faster.code() != NotificationError.TEMPLATE_KEY_TAKEN) {
          throw faster;
        }
      }
    }
  }

  private void add(Notices.BuiltIn wanted, Translations translations) {
    if (templates.findByKey(wanted.key()).isPresent()) {
      return;
    }
    Map<String, String> open = new TreeMap<>();
    Stream.concat(Stream.of(Letter.READER), wanted.variables().stream())
        .forEach(variable -> open.put(variable, "{{" + variable + "}}"));
    Map<Language, Wording> texts = new EnumMap<>(Language.class);
    String key = "notifications.builtin." + wanted.key();
    for (Language language : Language.values()) {
      texts.put(
          language,
          new Wording(
              translations.text(language, key + ".subject", open),
              translations.text(language, key + ".body", open)));
    }
    templates.save(
        Template.builtIn(
            new TemplateId(ids.next()),
            wanted.key(),
            new Letter(wanted.category(), wanted.variables(), texts),
            clock.instant()));
  }

  private Template stored(TemplateId id) {
    return templates.find(id).orElseThrow(DomainException::notFound);
  }

  private void record(
      Actor actor,
      String action,
      Template template,
      Map<String, String> before,
      Map<String, String> after) {
    audit.record(
        actor,
        action,
        new Subject("notification_template", template.id().value()),
        "",
        before,
        after);
  }

  private static Map<String, String> facts(Template template) {
    Letter letter = template.letter();
    return Map.of(
        "key", template.key(),
        "category", letter.category().code(),
        "variables", String.join(" ", letter.variables()),
        "subject", letter.in(Language.EN).wording().subject(),
        "languages",
            letter.texts().keySet().stream().map(Language::code).collect(Collectors.joining(" ")));
  }
}
