package io.chatauth.channel.viber.internal;

import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.CapabilitiesBuilder;

/** What a Viber message can show. Bounds are those of the API's schemas. */
final class ViberCapabilities {
    /** The longest text beside a list of answers. */
    static final int LIST_TEXT = 85;

    /** The longest text of other messages, and of templates. */
    static final int TEXT = 1000;

    private static final int LABEL = 30;
    private static final int LIST_OPTION = 50;
    private static final int LIST_OPTIONS = 5;

    /** The API sets no limit on the messages of a request; this is the one of the other channels here. */
    private static final int BATCH = 100;

    private ViberCapabilities() {}

    /** What the channel declares: everything that one message or another can show. */
    static Capabilities with(ViberOptions options) {
        if (options.registeredTemplates()) {
            return registered();
        }
        return options.activationCheck() ? base(TextMode.FREE_TEXT).build() : any();
    }

    /** A registered template, which has no buttons. */
    static Capabilities registered() {
        return base(TextMode.APPROVED_TEMPLATES)
                .languages(ViberLanguages.CODES)
                .templateKey("\\S{1,100}", "the id of a registered template")
                .build();
    }

    /** A text with one button, and no list. */
    static Capabilities text() {
        return base(TextMode.FREE_TEXT)
                .button(ButtonKind.CALL_PHONE, new ButtonSupport(1, LABEL, false))
                .button(ButtonKind.OPEN_URL, new ButtonSupport(1, LABEL, true))
                .maxButtons(1)
                .build();
    }

    /** A list of answers, and no other button. Whether the text is short enough is known once it has its values. */
    static Capabilities list() {
        return base(TextMode.FREE_TEXT)
                .button(ButtonKind.QUICK_REPLY, new ButtonSupport(LIST_OPTIONS, LIST_OPTION, true))
                .build();
    }

    private static Capabilities any() {
        return base(TextMode.FREE_TEXT)
                .button(ButtonKind.CALL_PHONE, new ButtonSupport(1, LABEL, false))
                .button(ButtonKind.OPEN_URL, new ButtonSupport(1, LABEL, true))
                .button(ButtonKind.QUICK_REPLY, new ButtonSupport(LIST_OPTIONS, LIST_OPTION, true))
                .build();
    }

    private static CapabilitiesBuilder base(TextMode mode) {
        return Capabilities.of(mode)
                .maxBody(TEXT)
                .maxUrl(1000)
                .inbound(Evidence.TEXT)
                .reports(Report.DELIVERED, Report.SEEN)
                .batchSize(BATCH)
                .smsFailover();
    }
}
