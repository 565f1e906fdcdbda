package dev.stagedoor.providers.firebase;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.ProviderRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request of the SDK, made as a call of ours. */
final class SdkRequest extends LowLevelHttpRequest {
  // Ours say who calls; and what comes back is read here, where nobody unpacks it.
  private static final Set<String> NOT_PASSED_ON = Set.of("user-agent", "accept-encoding");
  private static final int BAD_REQUEST = 400;

  private final GoogleHosts hosts;
  private final String method;
  private final String url;
  private final Map<String, Secret> headers = new LinkedHashMap<>();

  SdkRequest(GoogleHosts hosts, String method, String url) {
    this.hosts = hosts;
    this.method = method;
    this.url = url;
  }

  @Override
  public void addHeader(String name, String value) {
    if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
      headers.put(name, Secret.of(value));
    }
  }

  @Override
  public LowLevelHttpResponse execute() throws IOException {
    ProviderRequest request = hosts.request(method, url);
    headers.forEach(request::header);
    if (getStreamingContent() != null) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      getStreamingContent().writeTo(body);
      String type = getContentType();
      request.bytes(type == null ? "application/json" : type, body.toByteArray());
    }
    if (!GoogleHosts.isTokenServer(URI.create(url))) {
      request.expecting(BAD_REQUEST);
    }
    try {
      return new SdkResponse(mustBeAnObject(request.send()));
    } catch (ProviderException e) {
      throw GoogleHosts.named(e, url);
    }
  }

  /** The SDK takes what is no JSON for anything from an empty answer to a bad token. */
  private static Answer mustBeAnObject(Answer answer) {
    if (!answer.json().isObject()) {
      throw answer.unreadable("answered " + answer.status() + " with JSON of another form");
    }
    return answer;
  }

  private static final class SdkResponse extends LowLevelHttpResponse {
    private final Answer answer;
    private final byte[] body;
    private final List<Map.Entry<String, String>> headers;

    SdkResponse(Answer answer) {
      this.answer = answer;
      this.body = answer.body();
      this.headers =
          answer.headers().entrySet().stream()
              .flatMap(header -> header.getValue().stream().map(v -> Map.entry(header.getKey(), v)))
              .toList();
    }

    @Override
    public InputStream getContent() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public @Nullable String getContentEncoding() {
      return null;
    }

    @Override
    public long getContentLength() {
      return body.length;
    }

    @Override
    public @Nullable String getContentType() {
      return answer.header("content-type").orElse(null);
    }

    @Override
    public @Nullable String getStatusLine() {
      return null;
    }

    @Override
    public int getStatusCode() {
      return answer.status();
    }

    @Override
    public @Nullable String getReasonPhrase() {
      return null;
    }

    @Override
    public int getHeaderCount() {
      return headers.size();
    }

    @Override
    public String getHeaderName(int index) {
      return headers.get(index).getKey();
    }

    @Override
    public String getHeaderValue(int index) {
      return headers.get(index).getValue();
    }
  }
}
