package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and posts webhooks of the plain channel. */
final class Hooks {
    static final String HEADER = "X-Hub-Signature";

    private Hooks() {}

    static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(World.WEBHOOK_SECRET.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static WebhookResponse post(World world, String path, Map<String, String> headers) {
        return world.receiver.receive(WebhookRequest.of("POST", path, headers, new byte[] {'{', '}'}));
    }

    /** Posts events with a signature; gives the status. */
    static int signed(World world, InboundEvent... events) {
        world.channel.webhook = List.of(events);
        return post(world, "/plain", Map.of(HEADER, signature(new byte[] {'{', '}'})))
                .status();
    }

    static InboundEvent.Reply reply(String id, Address from, String text, Optional<Instant> at, Address... aliases) {
        return new InboundEvent.Reply(
                id,
                from,
                "Bank",
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                at,
                new InboundEvent.Details(Set.of(aliases), Optional.empty(), Optional.empty()));
    }
}
