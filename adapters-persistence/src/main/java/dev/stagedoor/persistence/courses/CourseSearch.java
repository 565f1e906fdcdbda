package dev.stagedoor.persistence.courses;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;

import dev.stagedoor.domain.kernel.Words;
import dev.stagedoor.persistence.courses.CourseTables.Courses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/** Finds courses by the beginnings of words. */
record CourseSearch(Collection<String> words) {
  static CourseSearch of(Optional<String> search) {
    return new CourseSearch(search.map(Words::of).orElseGet(Set::of));
  }

  /** Every word is in the title, the description or the teacher's name. */
  Condition found() {
    return words.stream()
        .map(
            word ->
                condition(
                    """
                    (courses.words @@ cast({0} as tsquery) or courses.teacher_id = any (array(
                      select accounts.id from accounts
                      where to_tsvector('simple', first_name || ' ' || last_name) @@ cast({1} as tsquery))))
                    """,
                    DSL.val(beginning(word)), DSL.val(inAName(word))))
        .reduce(noCondition(), Condition::and);
  }

  /** Those first that have most of the words in the title, then the newest. */
  List<OrderField<?>> bestFirst() {
    List<OrderField<?>> order = new ArrayList<>();
    words.stream()
        .map(
            word ->
                field(
                    "cast(courses.title_words @@ cast({0} as tsquery) as integer)",
                    Integer.class, DSL.val(beginning(word))))
        .reduce(Field::plus)
        .ifPresent(fit -> order.add(fit.desc()));
    order.add(Courses.PUBLISHED_AT.desc());
    order.add(Courses.ID.desc());
    return order;
  }

  private static String beginning(String word) {
    return "'" + word + "':*";
  }

  /** A database without a locale leaves capitals other than A to Z as they are. */
  private static String inAName(String word) {
    int first = word.offsetByCodePoints(0, 1);
    String capital = word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    return beginning(word) + " | " + beginning(capital);
  }
}
