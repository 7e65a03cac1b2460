package io.chatauth.sandbox.internal.zalo;

import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.server.Endpoint;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** {@code GET /zalo/1/sender/{sender}/quota}: counts down by what was sent since midnight, UTC; nothing is refused. */
final class QuotaEndpoint implements Endpoint {
    private static final long DAILY = 5000;
    private static final long PROMOTION = 1000;

    private final MessageStore messages;
    private final Set<String> senders;
    private final Clock clock;

    QuotaEndpoint(MessageStore messages, Set<String> senders, Clock clock) {
        this.messages = messages;
        this.senders = senders;
        this.clock = clock;
    }

    @Override
    public Reply handle(Request request) {
        String sender = TemplateEndpoints.sender(request, senders);
        Instant midnight = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        long sent = messages.list(message -> message.toPerson()
                        && message.channel().equals(Zalo.CHANNEL)
                        && message.from().equals(sender)
                        && message.content().card() != null
                        && !message.at().isBefore(midnight))
                .size();
        return Reply.json(
                200,
                Json.object()
                        .put("dailyQuota", DAILY)
                        .put("remainingDailyQuota", Math.max(0, DAILY - sent))
                        .put("monthlyPromotionQuota", PROMOTION)
                        .put("remainingMonthlyPromotionQuota", PROMOTION)
                        .put("estimatedNextMonthPromotionQuota", PROMOTION));
    }
}
