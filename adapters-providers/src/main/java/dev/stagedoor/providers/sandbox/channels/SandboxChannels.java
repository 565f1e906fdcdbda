package dev.stagedoor.providers.sandbox.channels;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Refused;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.mail.Mailbox;
import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The far side of a social platform, and what people do there. A token says itself what it is good
 * for, so no page needs to be set up: {@code page_token_sandbox_<page>}; one that ends in {@code
 * _revoked} was taken back, one in {@code _limited} may do too little.
 */
public final class SandboxChannels {
  /** The channel of direct messages in the mailbox. */
  public static final String CHANNEL = "facebook";

  private static final String TOKEN = "page_token_sandbox_";
  private static final Duration COMMENT_WINDOW = Duration.ofDays(7);
  private static final Duration TALK_WINDOW = Duration.ofHours(24);
  private static final int RECENT = 200;

  private final Shelf<Page> pages;
  private final Shelf<Comment> comments;
  private final Shelf<Talk> talks;
  private final Shelf<News> news;
  private final Deliveries deliveries;
  private final Mailbox mailbox;
  private final Clock clock;
  private final Tokens tokens;
  private final AtomicReference<@Nullable String> nextRefusal = new AtomicReference<>();

  /** When somebody last wrote to a page. */
  private record Talk(Instant lastWritten) {}

  /** Something else that is told of a page. */
  private record News(String id, List<Notice> notices) {}

  public SandboxChannels(
      SandboxMemory memory, Deliveries deliveries, Mailbox mailbox, Clock clock, Tokens tokens) {
    this.pages = new Shelf<>(memory, "channel-pages", Page.class);
    this.comments = new Shelf<>(memory, "comments", Comment.class);
    this.talks = new Shelf<>(memory, "channel-talks", Talk.class);
    this.news = new Shelf<>(memory, "channel-news", News.class);
    this.deliveries = deliveries;
    this.mailbox = mailbox;
    this.clock = clock;
    this.tokens = tokens;
  }

  /** Returns the social platform over this far side. */
  public ChannelProvider provider(SandboxLine line) {
    return new ChannelProvider(
        SandboxLine.ID, new SandboxPages(this, line), new SandboxDirectMessages(this, line));
  }

  /** Returns the token that acts for a page. */
  public static String tokenOf(String page) {
    return TOKEN + page;
  }

  // ---- what people do

  /** Returns at most {@code limit} comments, the newest first. */
  public List<Comment> newest(int limit) {
    return comments.newest(limit);
  }

  /** Returns at most {@code limit} pages that were ever listened to, the newest first. */
  public List<Page> pages(int limit) {
    return pages.newest(limit);
  }

  /** Writes a comment under a broadcast; it is told where the product listens to the page. */
  public Comment comment(String page, String post, String name, String text) {
    String id = "comment_sandbox_" + tokens.next().reveal();
    String person = personOf(name);
    Instant now = now();
    Map<String, Object> data =
        Map.of(
            "page", page, "post", post, "comment", id, "person", person, "name", name, "text",
            text);
    Comment comment =
        new Comment(
            id,
            page,
            post,
            person,
            name,
            text,
            now,
            false,
            false,
            told(page, "comment.written", id, now, data));
    comments.add(id, comment);
    deliveries.take(comment.notices());
    return comment;
  }

  /** Removes a comment; empty when there is none. */
  public Optional<Comment> remove(String id) {
    Instant now = now();
    Optional<Comment> removed =
        comments
            .change(id, known -> known.removed() ? known : known.gone(removal(known, now)))
            .map(Shelf.Change::after);
    removed.ifPresent(comment -> deliveries.take(comment.notices()));
    return removed;
  }

  private List<Notice> removal(Comment known, Instant now) {
    return told(
        known.page(),
        "comment.removed",
        known.id(),
        now,
        Map.of("page", known.page(), "post", known.post(), "comment", known.id()));
  }

  /** Lets somebody write to the page, which may answer for a day, and returns who it is. */
  public String write(String page, String name) {
    String person = personOf(name);
    Instant now = now();
    Talk talk = new Talk(now);
    if (!talks.add(talkOf(page, person), talk)) {
      talks.change(talkOf(page, person), before -> talk);
    }
    tell(page, "message.received", now, Map.of("page", page, "person", person));
    return person;
  }

  /** Begins or ends a broadcast of a page. */
  public void broadcast(String page, String post, boolean live) {
    tell(
        page,
        live ? "broadcast.started" : "broadcast.ended",
        now(),
        Map.of("page", page, "broadcast", post));
  }

  /** Refuses the next message for a reason of the platform's own. */
  public void refuseNext(String code) {
    nextRefusal.set(code);
  }

  private static String personOf(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return "person_sandbox_" + plain;
  }

  private static String talkOf(String page, String person) {
    return page + " " + person;
  }

  // ---- what is told

  private void tell(String page, String type, Instant now, Map<String, Object> data) {
    String id = tokens.next().reveal();
    News told = new News(id, told(page, type, id, now, data));
    if (!told.notices().isEmpty()) {
      news.add(id, told);
      deliveries.take(told.notices());
    }
  }

  private List<Notice> told(
      String page, String type, String of, Instant now, Map<String, Object> data) {
    if (!isListening(page)) {
      return List.of();
    }
    String event = "evt_" + of + "_" + type.replace('.', '_');
    String body =
        MemoryJson.write(Map.of("type", type, "id", event, "timestamp", now, "data", data));
    return List.of(new Notice(event, Notice.CHANNELS, type, body, now, now, 1));
  }

  /** Makes the deliveries that a crash has kept from being made. */
  public void recover() {
    comments.newest(RECENT).forEach(comment -> deliveries.take(comment.notices()));
    news.newest(RECENT).forEach(told -> deliveries.take(told.notices()));
  }

  // ---- what the product asks

  Optional<Refused> refusal(Channel channel) {
    String token = channel.token().reveal();
    if (!token.startsWith(TOKEN) || token.endsWith("_revoked")) {
      return Optional.of(new Refused(Why.DISCONNECTED, "token_revoked"));
    }
    return token.equals(tokenOf(channel.page().value()))
        ? Optional.empty()
        : Optional.of(new Refused(Why.NOT_PERMITTED, "token_of_another"));
  }

  void listen(String page, boolean listening) {
    if (!pages.add(page, new Page(page, listening))) {
      pages.change(page, known -> new Page(page, listening));
    }
  }

  /** Tells whether the product hears of what happens on a page. */
  public boolean isListening(String page) {
    return pages.find(page).filter(Page::listening).isPresent();
  }

  /** Notes that a comment is being answered, or returns why it cannot be. */
  Optional<Refused> refusalOfReply(String page, String comment) {
    Optional<Comment> known = comments.find(comment).filter(one -> one.page().equals(page));
    if (known.isEmpty() || known.get().removed()) {
      return Optional.of(new Refused(Why.OTHER, "no_such_comment"));
    }
    if (known.get().at().plus(COMMENT_WINDOW).isBefore(now())) {
      return Optional.of(new Refused(Why.WINDOW_CLOSED, "comment_too_old"));
    }
    boolean isFirst =
        comments
            .change(comment, Comment::answered)
            .filter(change -> !change.before().replied())
            .isPresent();
    return isFirst
        ? Optional.empty()
        : Optional.of(new Refused(Why.ALREADY_REPLIED, "already_replied"));
  }

  String authorOf(String comment) {
    return comments.find(comment).map(Comment::person).orElseThrow();
  }

  Optional<Refused> refusalOf(String page, String person) {
    if (person.endsWith("_gone")) {
      return Optional.of(new Refused(Why.UNREACHABLE, "person_gone"));
    }
    if (person.endsWith("_blocked")) {
      return Optional.of(new Refused(Why.BLOCKED, "page_blocked"));
    }
    Optional<Talk> talk = talks.find(talkOf(page, person));
    if (talk.isEmpty()) {
      return Optional.of(new Refused(Why.UNREACHABLE, "never_wrote"));
    }
    return talk.get().lastWritten().plus(TALK_WINDOW).isBefore(now())
        ? Optional.of(new Refused(Why.WINDOW_CLOSED, "silent_for_a_day"))
        : Optional.empty();
  }

  Optional<Refused> strangeRefusal() {
    return Optional.ofNullable(nextRefusal.getAndSet(null))
        .map(code -> new Refused(Why.OTHER, code));
  }

  void deliver(String person, String text) {
    mailbox.deliver("dm_sandbox_" + tokens.next().reveal(), CHANNEL, person, text);
  }

  // As precise as the product's own database, so that times can be compared.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
