package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.channels.Comment;
import dev.stagedoor.providers.sandbox.channels.SandboxChannels;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What people write on pages of a social platform. */
@Controller("/sandbox/channels")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChannelControls {
  private final SandboxChannels channels;

  ChannelControls(Sandbox sandbox) {
    this.channels = sandbox.channels();
  }

  @Get
  ChannelsResponse list(@QueryValue(defaultValue = "100") int limit) {
    return ChannelsResponse.from(channels.pages(Limit.of(limit)), channels.newest(Limit.of(limit)));
  }

  @Post("/comments")
  ChannelsResponse.Comment comment(@Body ChannelRequest request) {
    return ChannelsResponse.comment(
        channels.comment(
            request.given("page"),
            request.given("post"),
            request.given("name"),
            request.given("text")));
  }

  @Post("/comments/{id}/remove")
  ChannelsResponse.Comment remove(@PathVariable String id) {
    Comment removed =
        channels.remove(id).orElseThrow(() -> ControlRefusal.notFound("There is no such comment."));
    return ChannelsResponse.comment(removed);
  }

  @Post("/messages")
  ChannelsResponse.Person write(@Body ChannelRequest request) {
    return new ChannelsResponse.Person(
        channels.write(request.given("page"), request.given("name")));
  }

  @Post("/broadcasts/start")
  ChannelsResponse.Broadcast start(@Body ChannelRequest request) {
    return broadcast(request, true);
  }

  @Post("/broadcasts/end")
  ChannelsResponse.Broadcast end(@Body ChannelRequest request) {
    return broadcast(request, false);
  }

  private ChannelsResponse.Broadcast broadcast(ChannelRequest request, boolean live) {
    channels.broadcast(request.given("page"), request.given("post"), live);
    return new ChannelsResponse.Broadcast(request.given("post"), live);
  }
}
