package io.chatauth.channel.whatsapp.internal;

import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.RateLimit;
import java.time.Duration;
import java.util.List;

/** What WhatsApp's part of the API wants of credentials and pace. Source: the specs' {@code x-scopes} and throttling. */
final class WhatsAppOperations {
    private static final String MANAGE = "whatsapp:manage";
    private static final String TEMPLATES = "/whatsapp/2/senders/{sender}/templates";
    private static final RateLimit READS = new RateLimit(2_500, Duration.ofSeconds(1));

    static final List<ApiOperation> ALL = List.of(
            ApiOperation.of(Kind.SEND, "POST " + WhatsAppEncoder.PATH, "message:send", "whatsapp:message:send", MANAGE)
                    .limited(new RateLimit(4_000, Duration.ofSeconds(1))),
            ApiOperation.of(Kind.LIST_TEMPLATES, "GET " + TEMPLATES, MANAGE).limited(READS),
            ApiOperation.of(Kind.GET_TEMPLATE, "GET " + TEMPLATES + "/{id}", MANAGE)
                    .limited(READS),
            ApiOperation.of(Kind.CREATE_TEMPLATE, "POST " + TEMPLATES, MANAGE)
                    .limited(new RateLimit(1_000, Duration.ofHours(1))),
            ApiOperation.of(Kind.EDIT_TEMPLATE, "PATCH " + TEMPLATES + "/{id}", MANAGE)
                    .limited(new RateLimit(100, Duration.ofHours(1))),
            ApiOperation.of(Kind.DELETE_TEMPLATE, "DELETE " + TEMPLATES + "/{templateName}", MANAGE)
                    .limited(new RateLimit(200, Duration.ofHours(1))));

    private WhatsAppOperations() {}
}
