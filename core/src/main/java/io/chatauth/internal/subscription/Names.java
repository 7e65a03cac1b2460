package io.chatauth.internal.subscription;

import io.chatauth.ChannelId;
import io.chatauth.spi.Subscribable.Event;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The ids that are ours at the provider. They are made from the webhook's base URL, so that each installation finds its own
 * again and two that share an account don't overwrite each other.
 */
final class Names {
    private static final int SHORT = 4;

    private final String base;
    private final String mark;

    Names(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
        this.mark = mark(this.base);
    }

    String base() {
        return base;
    }

    String url(ChannelId channel) {
        return base + "/" + channel;
    }

    String security() {
        return "chatauth-" + mark;
    }

    String of(ChannelId channel) {
        return "chatauth-" + channel + "-" + mark;
    }

    /** Infobip's word for an event, the same on all its channels. */
    static String of(Event event) {
        return switch (event) {
            case DELIVERY -> "DELIVERY";
            case SEEN -> "SEEN";
            case INBOUND -> "INBOUND_MESSAGE";
            case TEMPLATE -> "TEMPLATE_UPDATE";
            case IDENTITY -> "IDENTITY_CHANGE";
        };
    }

    private static String mark(String base) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(base.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, SHORT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
