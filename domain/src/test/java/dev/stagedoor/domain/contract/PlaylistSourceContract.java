package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link PlaylistSource} does. */
public interface PlaylistSourceContract {
  PlaylistSource source();

  PlaylistWorld world();

  private static List<Channel> channels(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                new Channel(
                    "item-" + n,
                    Channel.Kind.CHANNEL,
                    "Channel, number " + n,
                    "Group " + n % 7,
                    Optional.of("https://logos.example/" + n + ".png"),
                    Optional.of("guide." + n),
                    Secret.of("http://tv.example/streams/" + n + "/index.m3u8")))
        .toList();
  }

  private static Channel bare(Channel channel) {
    return new Channel(
        "",
        channel.kind(),
        channel.name(),
        channel.group(),
        channel.logo(),
        channel.guideId(),
        channel.address());
  }

  private List<Channel> fetched(PlaylistAccess access) {
    List<Channel> all = new ArrayList<>();
    FetchOutcome outcome = source().fetch(access, all::addAll);
    assertThat(outcome).isEqualTo(new FetchOutcome.Fetched(all.size()));
    return all;
  }

  @Test
  default void channelsComeInTheServicesOrderAndAThousandAtATime() {
    List<Channel> offered = channels(2345);
    List<Integer> sizes = new ArrayList<>();
    List<Channel> all = new ArrayList<>();

    FetchOutcome outcome =
        source()
            .fetch(
                world().offering(offered),
                batch -> {
                  sizes.add(batch.size());
                  all.addAll(batch);
                });

    assertThat(outcome).isEqualTo(new FetchOutcome.Fetched(offered.size()));
    assertThat(all.stream().map(PlaylistSourceContract::bare))
        .containsExactlyElementsOf(offered.stream().map(PlaylistSourceContract::bare).toList());
    assertThat(sizes).containsExactly(PlaylistSource.BATCH, PlaylistSource.BATCH, 345);
  }

  @Test
  default void eachChannelIsNamedOnceAndTheSameAtEachFetch() {
    PlaylistAccess access = world().offering(channels(50));

    List<String> first = fetched(access).stream().map(Channel::itemId).toList();
    List<String> second = fetched(access).stream().map(Channel::itemId).toList();

    assertThat(first).doesNotHaveDuplicates().isEqualTo(second);
  }

  @ParameterizedTest
  @EnumSource(PlaylistProblem.class)
  default void whatIsWrongIsAnOutcomeThatTellsNothingOfTheAddress(PlaylistProblem problem) {
    PlaylistAccess access = world().failing(problem);

    FetchOutcome.Failed failed = (FetchOutcome.Failed) source().fetch(access, batch -> {});

    assertThat(failed.problem()).isEqualTo(problem);
    assertThat(failed.detail()).isNotBlank().doesNotContain(access.url().reveal());
    access.username().ifPresent(name -> assertThat(failed.detail()).doesNotContain(name));
    access.password().ifPresent(w -> assertThat(failed.detail()).doesNotContain(w.reveal()));
  }

  @Test
  default void whatAConsumerThrowsGoesThrough() {
    IllegalStateException thrown = new IllegalStateException("the database is gone");

    assertThatThrownBy(
            () ->
                source()
                    .fetch(
                        world().offering(channels(3)),
                        batch -> {
                          throw thrown;
                        }))
        .isSameAs(thrown);
  }

  @Test
  default void aGuideIsHandedOver() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Programme> offered =
        IntStream.range(0, 40)
            .mapToObj(
                n ->
                    new Programme(
                        "guide." + n % 4,
                        now.plus(Duration.ofMinutes(30L * n)),
                        now.plus(Duration.ofMinutes(30L * (n + 1))),
                        "Programme " + n,
                        n % 2 == 0 ? "" : "About <number> " + n + " & others"))
            .toList();
    List<Programme> all = new ArrayList<>();

    FetchOutcome outcome = source().fetchGuide(world().withGuide(offered), all::addAll);

    assertThat(outcome).isEqualTo(new FetchOutcome.Fetched(offered.size()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  default void aServiceWithoutAGuideHasNothingToHandOver() {
    List<Programme> all = new ArrayList<>();

    assertThat(source().fetchGuide(world().offering(channels(1)), all::addAll))
        .isEqualTo(new FetchOutcome.Fetched(0));
    assertThat(all).isEmpty();
  }
}
