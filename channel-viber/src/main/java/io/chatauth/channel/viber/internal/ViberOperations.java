package io.chatauth.channel.viber.internal;

import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.RateLimit;
import java.time.Duration;
import java.util.List;

/** What Viber's part of the API wants of credentials and pace. Source: the specs' {@code x-scopes} and throttling. */
final class ViberOperations {
    private static final String SEND = "viber-bm:message:send";
    private static final String MANAGE = "viber-bm:manage";
    private static final String TEMPLATES = "/viber/1/senders/{sender}/templates";

    static final List<ApiOperation> ALL = List.of(
            ApiOperation.of(Kind.SEND, "POST " + ViberEncoder.PATH, "message:send", SEND, MANAGE),
            ApiOperation.of(Kind.READ_REPORTS, "GET /viber/2/reports", "message:send", SEND, MANAGE),
            ApiOperation.of(Kind.LIST_TEMPLATES, "GET " + TEMPLATES, MANAGE)
                    .limited(new RateLimit(10, Duration.ofSeconds(1))),
            ApiOperation.of(Kind.GET_TEMPLATE, "GET " + TEMPLATES + "/{templateId}", MANAGE)
                    .limited(new RateLimit(10, Duration.ofMinutes(1))),
            ApiOperation.of(Kind.CREATE_TEMPLATE, "POST " + TEMPLATES, MANAGE)
                    .limited(new RateLimit(25, Duration.ofSeconds(1))),
            ApiOperation.of(Kind.DELETE_TEMPLATE, "DELETE " + TEMPLATES + "/{templateId}", MANAGE)
                    .limited(new RateLimit(10, Duration.ofMinutes(1))));

    private ViberOperations() {}
}
