package io.chatauth.channel.line.internal;

import io.chatauth.Address;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.CapabilitiesBuilder;

/**
 * What a LINE Official Notification can show. Bounds are those of the API's schemas where they have one. They name no scheme
 * for URIs, but nobody says that LINE approves {@code tel:}, so a number to call goes into the text; a button that posts
 * data back exists, but what comes back of it is documented nowhere, so nobody can answer.
 */
final class LineCapabilities {
    /** The schemas have no bound; LINE sets one for each kind of layout when it approves it. */
    private static final int TEXT = 1000;

    /** The schemas have no bound. More than these become lines of the text. */
    private static final int BUTTONS = 4;

    /** The API sets no limit on the messages of a request. As many as on the other channels. */
    private static final int BATCH = 100;

    private static final int LABEL = 20;
    private static final int URI = 1000;

    private LineCapabilities() {}

    static Capabilities with(LineOptions options) {
        CapabilitiesBuilder builder = Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .maxBody(TEXT)
                .maxHeader(LineTemplateRules.LONGEST_ALT_TEXT)
                .maxHeaderPlaceholders(0)
                .button(ButtonKind.OPEN_URL, new ButtonSupport(BUTTONS, LABEL, true))
                .maxUrl(URI)
                .recipients(Address.Kind.PHONE)
                .reports(Report.DELIVERED)
                .batchSize(BATCH)
                .smsFailover();
        if (!options.personalLinks()) {
            builder.refusePersonalLinks("LINE fixes the URLs of a layout when it approves it (if it approved yours with"
                    + " links that differ, set chatauth.channel.line.personal-links to true)");
        }
        return builder.build();
    }
}
