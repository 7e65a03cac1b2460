package io.chatauth.sandbox.internal.envelope;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Options;
import io.chatauth.sandbox.internal.server.Endpoint;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET .../reports}: the delivery reports of the last 48 hours, the latest first, each returned once. Whether a report
 * that a webhook got is returned too is said nowhere; here it is.
 */
public final class ReportsEndpoint implements Endpoint {
    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final Duration KEPT = Duration.ofDays(2);

    private final String channel;
    private final EnvelopeEndpoint.Shared shared;
    private final Set<Long> returned = new HashSet<>();

    /**
     * Serves a channel.
     *
     * @param channel the channel's name
     * @param shared what all these endpoints work with
     */
    public ReportsEndpoint(String channel, EnvelopeEndpoint.Shared shared) {
        this.channel = channel;
        this.shared = shared;
    }

    @Override
    public synchronized Reply handle(Request request) {
        int limit = limit(request.parameter("limit"));
        Instant since = shared.clock().instant().minus(KEPT);
        List<Message> done = shared.conversations()
                .list(message -> message.toPerson()
                        && message.channel().equals(channel)
                        && message.doneAt() != null
                        && message.doneAt().isAfter(since));
        returned.retainAll(done.stream().map(Message::number).collect(Collectors.toSet()));
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("results");
        for (int i = done.size() - 1; i >= 0 && results.size() < limit; i--) {
            Message message = done.get(i);
            if (asked(request, message) && returned.add(message.number())) {
                shared.conversations()
                        .reports(channel)
                        .delivery(message.reported())
                        .path("results")
                        .forEach(results::add);
            }
        }
        return Reply.json(200, answer);
    }

    private static boolean asked(Request request, Message message) {
        Options options = message.options();
        return is(request, "messageId", message.messageId())
                && is(request, "bulkId", options.bulkId())
                && is(request, "entityId", options.entityId())
                && is(request, "applicationId", options.applicationId())
                && is(request, "campaignReferenceId", options.campaignReferenceId());
    }

    private static boolean is(Request request, String parameter, @Nullable String value) {
        String wanted = request.parameter(parameter);
        return wanted == null || Objects.equals(wanted, value);
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static Problem wrong() {
        return new Problem(400, "", Map.of("limit", List.of("must be a whole number between 1 and " + MOST)));
    }
}
