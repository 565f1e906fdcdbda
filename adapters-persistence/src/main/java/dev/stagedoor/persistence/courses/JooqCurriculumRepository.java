package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.courses.Chapter;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.persistence.courses.CourseTables.Chapters;
import dev.stagedoor.persistence.courses.CourseTables.Lectures;
import dev.stagedoor.persistence.sql.Columns;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqCurriculumRepository implements CurriculumRepository {
  private static final String SAVE_CHAPTERS =
      """
      insert into course_chapters (id, course_id, title, position)
      select id, ?, title, position
      from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as integer[])) as wanted (id, title, position)
      on conflict (id) do update set title = excluded.title, position = excluded.position
      """;

  private static final String SAVE_LECTURES =
      """
      insert into course_lectures (id, course_id, chapter_id, title, position, is_preview, is_draft)
      select id, ?, chapter_id, title, position, is_preview, is_draft
      from unnest(
        cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as integer[]), cast(? as boolean[]),
        cast(? as boolean[])) as wanted (id, chapter_id, title, position, is_preview, is_draft)
      on conflict (id) do update set
        chapter_id = excluded.chapter_id,
        title = excluded.title,
        position = excluded.position,
        is_preview = excluded.is_preview,
        is_draft = excluded.is_draft
      """;

  private final DSLContext sql;

  JooqCurriculumRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Curriculum of(CourseId course) {
    return Curriculum.of(
        course,
        sql.select(Chapters.ID, Chapters.COURSE_ID, Chapters.TITLE, Chapters.POSITION)
            .from(Chapters.TABLE)
            .where(Chapters.COURSE_ID.eq(course.value()))
            .fetch(JooqCurriculumRepository::chapter),
        lectures(Lectures.COURSE_ID.eq(course.value())));
  }

  @Override
  public Optional<CourseId> courseOf(ChapterId chapter) {
    return sql.select(Chapters.COURSE_ID)
        .from(Chapters.TABLE)
        .where(Chapters.ID.eq(chapter.value()))
        .fetchOptional(row -> new CourseId(row.get(Chapters.COURSE_ID)));
  }

  @Override
  public Optional<Lecture> find(LectureId lecture) {
    return lectures(Lectures.ID.eq(lecture.value())).stream().findFirst();
  }

  private List<Lecture> lectures(Condition wanted) {
    return sql.select(
            Lectures.ID,
            Lectures.COURSE_ID,
            Lectures.CHAPTER_ID,
            Lectures.TITLE,
            Lectures.POSITION,
            Lectures.IS_PREVIEW,
            Lectures.IS_DRAFT)
        .from(Lectures.TABLE)
        .where(wanted)
        .fetch(JooqCurriculumRepository::lecture);
  }

  @Override
  public void save(Curriculum curriculum) {
    UUID course = curriculum.course().value();
    List<Chapter> chapters = curriculum.chapters();
    List<Lecture> lectures = curriculum.lectures();
    UUID[] chapterIds = Columns.of(chapters, chapter -> chapter.id().value(), UUID[]::new);
    UUID[] lectureIds = Columns.of(lectures, lecture -> lecture.id().value(), UUID[]::new);
    sql.execute(
        SAVE_CHAPTERS,
        course,
        chapterIds,
        Columns.of(chapters, Chapter::title, String[]::new),
        Columns.of(chapters, Chapter::position, Integer[]::new));
    sql.execute(
        SAVE_LECTURES,
        course,
        lectureIds,
        Columns.of(lectures, JooqCurriculumRepository::chapterOf, UUID[]::new),
        Columns.of(lectures, Lecture::title, String[]::new),
        Columns.of(lectures, Lecture::position, Integer[]::new),
        Columns.of(lectures, Lecture::isPreview, Boolean[]::new),
        Columns.of(lectures, Lecture::isDraft, Boolean[]::new));
    // Last: no lecture that stays is in a chapter that goes.
    sql.execute(
        "delete from course_lectures where course_id = ? and id <> all (cast(? as uuid[]))",
        course,
        lectureIds);
    sql.execute(
        "delete from course_chapters where course_id = ? and id <> all (cast(? as uuid[]))",
        course,
        chapterIds);
  }

  private static @Nullable UUID chapterOf(Lecture lecture) {
    return lecture.chapter().map(ChapterId::value).orElse(null);
  }

  private static Chapter chapter(Record row) {
    return new Chapter(
        new ChapterId(row.get(Chapters.ID)),
        new CourseId(row.get(Chapters.COURSE_ID)),
        row.get(Chapters.TITLE),
        row.get(Chapters.POSITION));
  }

  private static Lecture lecture(Record row) {
    return new Lecture(
        new LectureId(row.get(Lectures.ID)),
        new CourseId(row.get(Lectures.COURSE_ID)),
        Optional.ofNullable(row.get(Lectures.CHAPTER_ID)).map(ChapterId::new),
        row.get(Lectures.TITLE),
        row.get(Lectures.POSITION),
        row.get(Lectures.IS_PREVIEW),
        row.get(Lectures.IS_DRAFT));
  }
}
