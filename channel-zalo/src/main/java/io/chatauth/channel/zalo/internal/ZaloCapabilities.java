package io.chatauth.channel.zalo.internal;

import io.chatauth.Address;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.CapabilitiesBuilder;
import io.chatauth.template.Category;

/**
 * What a Zalo template can show. Bounds are those of the API's schemas; that all paragraphs together have 400 characters is
 * in Infobip's documentation of Zalo templates.
 */
final class ZaloCapabilities {
    private static final int LABEL = 30;
    private static final int BUTTONS = 3;

    /** The API sets no limit on the messages of a request; this is the one of the other channels here. */
    private static final int BATCH = 100;

    private ZaloCapabilities() {}

    static Capabilities with(ZaloOptions options) {
        return base(options)
                .button(ButtonKind.CALL_PHONE, new ButtonSupport(BUTTONS, LABEL, false))
                .button(ButtonKind.OPEN_URL, new ButtonSupport(BUTTONS, LABEL, true))
                .button(ButtonKind.COPY_CODE, new ButtonSupport(1, LABEL, true))
                .maxButtons(BUTTONS)
                .build();
    }

    /** Authentication templates have no buttons, not even for the code. */
    static Capabilities withoutButtons(ZaloOptions options) {
        return base(options).build();
    }

    private static CapabilitiesBuilder base(ZaloOptions options) {
        return Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .maxHeader(65)
                .maxBody(400)
                .maxUrl(200)
                .maxValue(200)
                .maxCode(10)
                .fixedText(Category.AUTHENTICATION, options.fixedText())
                .recipients(Address.Kind.PHONE, Address.Kind.USER_ID)
                .templateKey("[1-9][0-9]{0,8}|1[0-9]{9}|20[0-9]{8}", "a number")
                .templateKeyFor(Address.Kind.PHONE)
                .inbound(Evidence.TEXT)
                .inboundFrom(Address.Kind.USER_ID)
                .reports(Report.DELIVERED)
                .batchSize(BATCH)
                .smsFailover();
    }
}
