package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.ChangeLecture;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.application.courses.LectureVideoService;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.application.courses.NewLecture;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a teacher does to the chapters and lectures of a course. */
@Hidden
@Controller("/teach/{id}")
@Produces(MediaType.TEXT_HTML)
class CurriculumPages {
  private static final String ACT = "act";

  private final CourseEditor editor;
  private final CurriculumService curricula;
  private final LectureVideoService videos;

  CurriculumPages(CourseEditor editor, CurriculumService curricula, LectureVideoService videos) {
    this.editor = editor;
    this.curricula = curricula;
    this.videos = videos;
  }

  @Post("/chapters")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> addChapter(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    String title = Form.of(fields).value("title");
    return editor.act(
        shell,
        id,
        () -> {
          var made = curricula.addChapter(shell.actor(), new CourseId(id), title, Optional.empty());
          return "?done=chapter_added#chapter-" + made.id();
        });
  }

  /** Renames, moves or removes a chapter. */
  @Post("/chapters/{chapterId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> changeChapter(
      Shell shell,
      @PathVariable UUID id,
      @PathVariable UUID chapterId,
      @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return editor.act(
        shell, id, () -> changeChapter(shell.actor(), id, new ChapterId(chapterId), form));
  }

  private String changeChapter(Actor actor, UUID course, ChapterId chapter, Form form) {
    var now =
        contents(actor, course).chapters().stream()
            .filter(one -> one.id().equals(chapter.value()))
            .findFirst()
            .orElseThrow(DomainException::notFound);
    switch (form.value(ACT)) {
      case "up", "down" -> {
        int place = now.position() + step(form);
        curricula.changeChapter(actor, chapter, Optional.empty(), Optional.of(Math.max(1, place)));
      }
      case "remove" -> {
        curricula.removeChapter(actor, chapter);
        return "?done=chapter_removed#curriculum";
      }
      default ->
          curricula.changeChapter(
              actor, chapter, Optional.of(form.value("title")), Optional.empty());
    }
    return "?done=chapter_saved#chapter-" + chapter.value();
  }

  @Post("/lectures")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> addLecture(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return editor.act(
        shell,
        id,
        () -> {
          LectureView made =
              curricula.addLecture(
                  shell.actor(),
                  new NewLecture(
                      new CourseId(id),
                      chapter(form),
                      form.value("title"),
                      Optional.empty(),
                      form.isTicked("isPreview"),
                      form.isTicked("isDraft")));
          return "?done=lecture_added#lecture-" + made.id();
        });
  }

  /** Changes, moves or removes a lecture, or has its video tried again. */
  @Post("/lectures/{lectureId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> changeLecture(
      Shell shell,
      @PathVariable UUID id,
      @PathVariable UUID lectureId,
      @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return editor.act(
        shell, id, () -> changeLecture(shell.actor(), id, new LectureId(lectureId), form));
  }

  private String changeLecture(Actor actor, UUID course, LectureId lecture, Form form) {
    LectureView now =
        contents(actor, course).lecture(lecture.value()).orElseThrow(DomainException::notFound);
    String here = "#lecture-" + lecture.value();
    switch (form.value(ACT)) {
      case "up", "down" -> {
        int place = Math.max(1, now.position() + step(form));
        curricula.changeLecture(
            actor,
            lecture,
            new ChangeLecture(
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(place),
                Optional.empty(),
                Optional.empty()));
      }
      case "remove" -> {
        curricula.removeLecture(actor, lecture);
        return "?done=lecture_removed#curriculum";
      }
      case "retry" -> {
        videos.confirm(actor, lecture, file(form));
        return "?done=video_retried" + here;
      }
      default -> {
        Optional<ChapterId> chapter = chapter(form);
        boolean stays = chapter.map(ChapterId::value).equals(now.chapterId());
        curricula.changeLecture(
            actor,
            lecture,
            new ChangeLecture(
                Optional.of(form.value("title")),
                stays ? Optional.empty() : chapter,
                !stays && chapter.isEmpty(),
                Optional.empty(),
                Optional.of(form.isTicked("isPreview")),
                Optional.of(form.isTicked("isDraft"))));
      }
    }
    return "?done=lecture_saved" + here;
  }

  private Contents contents(Actor actor, UUID course) {
    return Contents.of(curricula.of(actor, new CourseId(course)));
  }

  private static int step(Form form) {
    return form.value(ACT).equals("up") ? -1 : 1;
  }

  private static Optional<ChapterId> chapter(Form form) {
    return id(form, "chapter").map(ChapterId::new);
  }

  private static FileId file(Form form) {
    return id(form, "file").map(FileId::new).orElseThrow(DomainException::notFound);
  }

  private static Optional<UUID> id(Form form, String field) {
    String value = form.value(field);
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value));
    } catch (IllegalArgumentException notOurs) {
      throw DomainException.invalid(field, "choice");
    }
  }
}
