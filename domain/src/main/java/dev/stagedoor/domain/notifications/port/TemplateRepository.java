package dev.stagedoor.domain.notifications.port;

import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.TemplateId;
import java.util.List;
import java.util.Optional;

/** Keeps templates. All methods need an open unit of work. */
public interface TemplateRepository {
  Optional<Template> find(TemplateId id);

  Optional<Template> findByKey(String key);

  /** Lists every template, by key. */
  List<Template> all();

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile, {@code TEMPLATE_KEY_TAKEN} when another one has its key
   */
  void save(Template template);

  /** Removes one; where it is not there nothing happens. */
  void remove(TemplateId id);
}
