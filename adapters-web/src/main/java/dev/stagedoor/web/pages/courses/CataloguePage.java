package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.domain.kernel.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What can be learnt here, or what of it fits a search. */
public record CataloguePage(Page<CourseView> courses, String search) {
  public boolean isSearch() {
    return !search.isEmpty();
  }

  /** Returns what the addresses of the other pages say of the search. */
  public String query() {
    return isSearch() ? "search=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&" : "";
  }
}
