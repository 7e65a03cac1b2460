package io.chatauth.sandbox.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;
import java.time.Instant;

/**
 * A notice on its way to a target.
 *
 * @param id its number
 * @param notice what is told
 * @param target where it goes
 * @param tried how often it was tried
 * @param due when it is tried again; meaningless before the first try
 */
record Post(long id, Notice notice, Target target, int tried, Instant due) {
    Post failed(Instant next) {
        return new Post(id, notice, target, tried + 1, next);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("channel", notice.channel())
                .put("event", notice.event().name())
                .put("url", target.url().toString())
                .put("tried", tried)
                .put("due", Json.time(due));
        json.set("body", notice.body());
        return json;
    }
}
