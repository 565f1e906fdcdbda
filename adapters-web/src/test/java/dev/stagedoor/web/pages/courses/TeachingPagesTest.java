package dev.stagedoor.web.pages.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Putting a course together. */
class TeachingPagesTest extends CoursesPagesScene {
  @Test
  void aCourseIsPutTogetherWithoutScripts() {
    teacher.open("/teach").is(200);
    teacher
        .send("/teach", "title", " ", "description", "", "price", "1,2,3", "currency", "USD")
        .is(422)
        .says("This does not have the right form.");
    for (String thousand : List.of("1,000", "1.000", "12.345")) {
      teacher
          .send("/teach", "title", "Knots", "description", "", "price", thousand, "currency", "USD")
          .is(422)
          .says("The currency does not have that many decimals.");
    }
    String there =
        teacher
            .send(
                "/teach",
                "title",
                "Knots",
                "description",
                "A\r\nB",
                "price",
                "19,90",
                "currency",
                "EUR")
            .leadsTo("/teach/")
            .location();
    String editor = there.substring(0, there.indexOf('?'));
    teacher.open(there).is(200).says("The course is there.", "Price in EUR");
    assertThat(teacher.open(editor).field("price")).isEqualTo("19.90");

    teacher.send(editor + "/chapters", "title", "First").leadsTo(editor + "?done=chapter_added");
    teacher.send(editor + "/chapters", "title", "Second").leadsTo(editor);
    String chapter = value(teacher.open(editor).is(200), "id=\"chapter-([0-9a-f-]{36})\"");
    teacher
        .send(editor + "/lectures", "title", "Bowline", "chapter", chapter, "isPreview", "on")
        .leadsTo(editor + "?done=lecture_added#lecture-");
    teacher.send(editor + "/lectures", "title", "Hitch", "chapter", chapter).leadsTo(editor);
    Visitor.Shown shown = teacher.open(editor).is(200).says("Bowline", "Hitch", "No video yet");
    String lecture = value(shown, "id=\"lecture-([0-9a-f-]{36})\"");

    teacher.send(editor + "/lectures/" + lecture, "act", "down").leadsTo(editor);
    assertThat(titles(teacher.open(editor))).containsExactly("Hitch", "Bowline");
    teacher
        .send(
            editor + "/lectures/" + lecture,
            "act",
            "save",
            "title",
            "Bowline & more",
            "chapter",
            "",
            "isDraft",
            "on")
        .leadsTo(editor);
    assertThat(titles(teacher.open(editor))).containsExactly("Bowline &amp; more", "Hitch");
    teacher.open(editor).is(200).says("id=\"before\"");
    teacher.send(editor + "/chapters/" + chapter, "act", "down").leadsTo(editor);
    teacher.send(editor + "/chapters/" + chapter, "act", "save", "title", " ").is(422);
    teacher.send(editor + "/chapters/" + chapter, "act", "remove").leadsTo(editor);
    teacher.open(editor).is(200).says("Hitch").saysNot("chapter-" + chapter + "\"");
    teacher.send(editor + "/lectures/" + lecture, "act", "remove").leadsTo(editor);

    teacher
        .send(editor + "/status", "status", "published")
        .leadsTo(editor + "?done=course_published");
    teacher.send(editor + "/status", "status", "gone").is(422);
    teacher.send(editor, "title", "Knots", "description", "", "price", "").leadsTo(editor);
    assertThat(teacher.open(editor).is(200).says("Published").field("price")).isEqualTo("0.00");
    teacher.send(editor + "/remove").leadsTo("/teach?done=course_removed");
    teacher.open(editor).is(404);
  }

  private static List<String> titles(Visitor.Shown editor) {
    return Pattern.compile("<p class=\"entry-name\" dir=\"auto\">([^<]+)</p>")
        .matcher(editor.html())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void theEditorSaysHowVideosAreAndTriesAgain() {
    CourseView course = academy.course("Films", 4_900);
    LectureView ready = academy.lecture(course, "Ready");
    LectureView broken = academy.lecture(course, "Broken");
    academy.film(ready);
    academy.letter(broken);

    Visitor.Shown shown = teacher.open(teach(course)).is(200);
    shown
        .says("data-status=\"completed\"", "Video ready", "data-status=\"failed\"")
        .says("The file is no video, or it is damaged.", "js/teach.js");
    teacher
        .send(
            teach(course) + "/lectures/" + broken.id(), "act", "retry", "file", shown.field("file"))
        .leadsTo(teach(course) + "?done=video_retried");

    teacher
        .open(teach(course))
        .is(200)
        .says("data-status=\"processing\"")
        .saysNot("data-status=\"failed\"");
  }

  @Test
  void theOverviewCountsAndTheCourseWithStudentsStays() {
    CourseView course = academy.course("Counting", 4_900);
    academy.buy(student, course);

    teacher.open("/teach").is(200).says("Counting", "$49.00", teach(course) + "/students");
    teacher.open(teach(course) + "/students").is(200).says("Hypatia of Alexandria", "Enrolled");
    teacher.send(teach(course) + "/remove").is(422);
    teacher.open(teach(course)).is(200);
    academy.turn(course, Course.Status.ARCHIVED);
    pupil.open(learn(course)).is(200);
    visitor.open(page(course)).is(404);
  }

  @Test
  void nobodyTeachesTheCourseOfSomebodyElse() {
    CourseView course = academy.course("Mine", 4_900);
    LectureView lecture = academy.lecture(course, "Secret");
    CourseView before =
        house.stagedoor().courses().get(academy.teacher().actor(), Academy.id(course));

    for (String path : List.of("", "/students")) {
      pupil.open(teach(course) + path).is(403).saysNot("Secret");
    }
    for (String path :
        List.of("", "/status", "/remove", "/chapters", "/lectures", "/lectures/" + lecture.id())) {
      pupil
          .send(teach(course) + path, "title", "Theirs", "act", "remove", "status", "draft")
          .is(403);
      visitor.send(teach(course) + path, "title", "Theirs").leadsTo("/login");
    }

    assertThat(house.stagedoor().courses().get(academy.teacher().actor(), Academy.id(course)))
        .isEqualTo(before);
  }
}
