package io.chatauth.channel.zalo.internal;

import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.RateLimit;
import java.time.Duration;
import java.util.List;

/** What Zalo's part of the API wants of credentials and pace. Source: the specs' {@code x-scopes} and throttling. */
final class ZaloOperations {
    private static final String[] SEND = {"message:send", "zalo:message:send", "zalo:manage"};
    private static final String READ = "/zalo/1/sender/{sender}/templates";
    private static final String WRITE = "/zalo/2/sender/{sender}/templates";
    private static final RateLimit PACE = new RateLimit(10, Duration.ofSeconds(1));

    static final List<ApiOperation> ALL = List.of(
            ApiOperation.of(Kind.SEND, "POST " + ZaloEncoder.PATH, SEND),
            ApiOperation.of(Kind.LIST_TEMPLATES, "GET " + READ, SEND).limited(PACE),
            ApiOperation.of(Kind.GET_TEMPLATE, "GET " + READ + "/{templateName}", SEND)
                    .limited(PACE),
            ApiOperation.of(Kind.CREATE_TEMPLATE, "POST " + WRITE, SEND).limited(PACE),
            ApiOperation.of(Kind.EDIT_TEMPLATE, "PUT " + WRITE, SEND).limited(PACE),
            ApiOperation.of(Kind.ASK_QUOTA, "GET /zalo/1/sender/{sender}/quota", SEND)
                    .limited(PACE));

    private ZaloOperations() {}
}
