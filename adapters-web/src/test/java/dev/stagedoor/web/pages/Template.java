package dev.stagedoor.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a JTE template: its markup without what is filled in, and its literals in Java.
 */
final class Template {
  private static final Pattern WORD =
      Pattern.compile(
          "@(?:import|param)\\b[^\\n]*|@(?:else(?!if)|endif|endfor|endraw|raw)|"
              + "@(?:if|elseif|for)\\b|@template\\.[\\w.]+");

  private final String source;
  private final StringBuilder markup = new StringBuilder();
  private final List<String> literals = new ArrayList<>();
  private int at;

  private Template(String source) {
    this.source = source;
  }

  static Template read(String source) {
    Template template = new Template(source);
    template.content(false);
    return template;
  }

  /** Returns the markup; what is filled in has left nothing. */
  String markup() {
    return markup.toString();
  }

  List<String> literals() {
    return literals;
  }

  private void content(boolean isNested) {
    Matcher word = WORD.matcher(source);
    while (at < source.length()) {
      if (isNested && source.charAt(at) == '`') {
        at++;
        return;
      }
      if (source.startsWith("<%--", at)) {
        at = source.indexOf("--%>", at) + 4;
      } else if (source.startsWith("${", at)
          || source.startsWith("!{", at)
          || source.startsWith("$unsafe{", at)) {
        at = source.indexOf('{', at) + 1;
        java('}');
      } else if (word.region(at, source.length()).lookingAt()) {
        directive(word.group());
      } else {
        markup.append(source.charAt(at++));
      }
    }
  }

  private void directive(String word) {
    at += word.length();
    if (word.startsWith("@param")) {
      literalsOf(word);
    } else if (at < source.length() && source.charAt(at) == '(' && !word.startsWith("@import")) {
      at++;
      java(')');
    }
  }

  private void literalsOf(String parameter) {
    Matcher literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(parameter);
    while (literal.find()) {
      literals.add(literal.group(1));
    }
  }

  /** Reads Java up to the bracket that ends it; content may stand in it between backticks. */
  private void java(char end) {
    int depth = 0;
    while (at < source.length()) {
      char sign = source.charAt(at++);
      if (sign == '"') {
        literal();
      } else if (sign == '\'') {
        at = source.indexOf('\'', source.charAt(at) == '\\' ? at + 2 : at + 1) + 1;
      } else if (sign == '@' && source.charAt(at) == '`') {
        at++;
        content(true);
      } else if (sign == end && depth == 0) {
        return;
      } else if ("({[".indexOf(sign) >= 0) {
        depth++;
      } else if (")}]".indexOf(sign) >= 0) {
        depth--;
      }
    }
    throw new AssertionError("no end: " + end);
  }

  private void literal() {
    int from = at;
    while (source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    literals.add(source.substring(from, at));
    at++;
  }
}
