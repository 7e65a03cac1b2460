package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.AddressClaimed;
import io.chatauth.webhook.InboundEvent.Reply;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZaloWebhooksTest {
    @Test
    void textComesFromAUserIdThatLooksLikeANumber() {
        assertEquals(
                List.of(new Reply(
                        "in-1",
                        ZaloSamples.IN_CHAT.person(),
                        ZaloSamples.FIXTURE.sender(),
                        Optional.of("Y"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-11-23T12:01:00Z")))),
                decode(ZaloSamples.GOLDEN.text("webhook-text.json")));
    }

    @Test
    void formIsAClaimAndTapsAndFollowersAreNoAnswers() {
        assertEquals(
                List.of(
                        new Unknown("RESPONSE_BUTTON"),
                        new AddressClaimed(
                                "in-2",
                                ZaloSamples.IN_CHAT.person(),
                                ZaloSamples.FIXTURE.sender(),
                                ZaloSamples.FIXTURE.person(),
                                Optional.of(Instant.parse("2026-11-23T12:01:00Z"))),
                        new Unknown("FOLLOW"),
                        new Unknown("UNFOLLOW"),
                        new Unknown("IMAGE"),
                        new Unknown("message without type")),
                decode(ZaloSamples.GOLDEN.text("webhook-others.json")));
    }

    @Test
    void formWithoutAReadableNumberClaimsNothing() {
        assertEquals(List.of(new Unknown("USER_SUBMIT_INFO without a readable phone number")), decode("""
                        {"results":[{"sender":"8812345678901234567","messageId":"in-1",
                        "message":{"type":"USER_SUBMIT_INFO","phone":"0912 345 678","name":"Lan"}}]}"""));
    }

    private static List<InboundEvent> decode(String json) {
        return ZaloSamples.FIXTURE.receive(json);
    }
}
