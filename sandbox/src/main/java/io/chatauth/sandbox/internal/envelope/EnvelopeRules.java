package io.chatauth.sandbox.internal.envelope;

import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.webhook.Target;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Infobip asks of the parts of the envelope that all four channels have. What the sandbox can't play is refused. */
public final class EnvelopeRules {
    private static final int MESSAGE_ID = 200;
    private static final int CALLBACK_DATA = 4000;
    private static final int PLATFORM = 255;
    private static final int BULK_ID = 100;
    private static final int ANY = Integer.MAX_VALUE;
    private static final String NOT_PLAYED = "is not played by this sandbox";
    private static final Set<String> TIME_UNITS = Set.of("SECONDS", "MINUTES", "HOURS");
    private static final Set<String> CONTENT_TYPES = Set.of("application/json", "application/xml");

    private EnvelopeRules() {}

    static void check(Fields message, Dialect dialect) {
        message.required("sender", ANY);
        for (Fields destination : message.requiredObjects("destinations", 1, ANY)) {
            destination.required("to", ANY);
            destination.text("messageId", 0, MESSAGE_ID);
        }
        Fields options = message.object("options");
        if (options != null) {
            options(options);
        }
        webhooks(message.object("webhooks"));
        Fields content = message.requiredObject("content");
        if (content != null) {
            dialect.check(content, options);
        }
    }

    static void checkRequest(Fields options, Dialect dialect) {
        Fields schedule = options.object("schedule");
        if (schedule != null) {
            schedule.text("bulkId", 0, BULK_ID);
            notPlayed(schedule, "sendAt", "sendingSpeedLimit");
        }
        dialect.checkRequest(options);
    }

    /**
     * Checks the options of link shortening and tracking, which only some channels have.
     *
     * @param tracking the options, or null
     */
    public static void tracking(@Nullable Fields tracking) {
        if (tracking != null) {
            tracking.flag("shortenUrl");
            tracking.flag("trackClicks");
            tracking.flag("removeProtocol");
            tracking.text("trackingUrl", 0, ANY);
            tracking.text("customDomain", 0, ANY);
        }
    }

    /**
     * Refuses what Infobip has and the sandbox has not.
     *
     * @param fields where it could be
     * @param names the properties
     */
    public static void notPlayed(Fields fields, String... names) {
        for (String name : names) {
            if (fields.has(name)) {
                fields.reject(name, NOT_PLAYED);
            }
        }
    }

    /**
     * Reads the type of a content and refuses those that the sandbox has not.
     *
     * @param content the content
     * @param all the types that Infobip has
     * @param played those that the sandbox has
     * @return the type, or null if it is absent, wrong or not played
     */
    public static @Nullable String type(Fields content, Set<String> all, Set<String> played) {
        String type = content.oneOf("type", all);
        if (type != null && !played.contains(type)) {
            content.reject("type", type + " " + NOT_PLAYED);
            return null;
        }
        return type;
    }

    private static void options(Fields options) {
        Fields platform = options.object("platform");
        if (platform != null) {
            platform.text("entityId", 0, PLATFORM);
            platform.text("applicationId", 0, PLATFORM);
        }
        options.text("campaignReferenceId", 0, PLATFORM);
        validity(options.object("validityPeriod"));
        notPlayed(options, "deliveryTimeWindow");
        Fields failover = options.object("smsFailover");
        if (failover != null) {
            failover.text("sender", 0, ANY);
            failover.required("text", ANY);
            failover.object("regional");
            validity(failover.object("validityPeriod"));
            List<Fields> pairs = failover.objects("destinationMatching");
            for (Fields pair : pairs == null ? List.<Fields>of() : pairs) {
                pair.required("initial", ANY);
                pair.required("failover", ANY);
            }
        }
    }

    private static void validity(@Nullable Fields period) {
        if (period != null) {
            if (!period.has("amount")) {
                period.reject("amount", "must not be null");
            }
            period.integer("amount", 1, ANY);
            if (period.has("timeUnit")) {
                period.oneOf("timeUnit", TIME_UNITS);
            }
        }
    }

    private static void webhooks(@Nullable Fields webhooks) {
        if (webhooks == null) {
            return;
        }
        Fields delivery = webhooks.object("delivery");
        if (delivery != null) {
            url(delivery);
            delivery.flag("notify");
            delivery.flag("intermediateReport");
            delivery.flag("receiveTriggeredFailoverReports");
        }
        Fields seen = webhooks.object("seen");
        if (seen != null) {
            url(seen);
        }
        webhooks.text("callbackData", 0, CALLBACK_DATA);
        if (webhooks.has("contentType") && "application/xml".equals(webhooks.oneOf("contentType", CONTENT_TYPES))) {
            webhooks.reject("contentType", "application/xml " + NOT_PLAYED);
        }
    }

    private static void url(Fields hook) {
        String url = hook.text("url", 0, ANY);
        if (url != null && Target.address(url) == null) {
            hook.reject("url", "is not a valid url");
        }
    }
}
