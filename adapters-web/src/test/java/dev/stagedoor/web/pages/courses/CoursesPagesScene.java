package dev.stagedoor.web.pages.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the pages of courses for a teacher, for a student, and for a visitor. */
abstract class CoursesPagesScene {
  /** Is started once for all who look at these pages, and ends with the tests. */
  static final WebServer SERVER =
      WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");

  final InMemoryStagedoor house = SERVER.house();
  final Academy academy = new Academy(house);
  final Visitor visitor = new Visitor(SERVER);
  final Visitor teacher = Visitor.signedIn(SERVER, academy.teacher());
  final InMemoryStagedoor.Person student = academy.somebody("Hypatia of Alexandria");
  final Visitor pupil = Visitor.signedIn(SERVER, student);

  static String page(CourseView course) {
    return "/courses/" + course.slug();
  }

  static String learn(CourseView course) {
    return "/learn/" + course.id();
  }

  static String teach(CourseView course) {
    return "/teach/" + course.id();
  }

  static String value(Visitor.Shown shown, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(shown.html());
    assertThat(matcher.find()).as("%s in %s", pattern, shown.html()).isTrue();
    return matcher.group(1);
  }

  // Money that goes back

  String refund(CourseView course) {
    return "/learn/payments/" + academy.paid(student, course) + "/refund";
  }

  String taughtRefund(CourseView course) {
    return teach(course) + "/payments/" + academy.paid(student, course) + "/refund";
  }
}
