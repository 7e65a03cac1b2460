package io.chatauth.channel.whatsapp.internal;

import io.chatauth.Address;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Category;
import java.time.Duration;

/**
 * What a WhatsApp template can show. Bounds are those of the API's schemas; the body's 1024 characters are Meta's, as the
 * schemas have none.
 */
final class WhatsAppCapabilities {
    private static final int LABEL = 25;

    /**
     * The API sets no limit on the messages of a request. 100 keep a body well below 200 KB, and the messages that one refused
     * request concerns few.
     */
    private static final int BATCH = 100;

    private WhatsAppCapabilities() {}

    static Capabilities with(WhatsAppOptions options) {
        return Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .maxBody(1024)
                .maxHeader(60)
                .maxFooter(60)
                .button(ButtonKind.CALL_PHONE, new ButtonSupport(1, LABEL, false))
                .button(ButtonKind.OPEN_URL, new ButtonSupport(2, LABEL, true))
                .button(ButtonKind.QUICK_REPLY, new ButtonSupport(10, LABEL, true))
                .button(ButtonKind.COPY_CODE, new ButtonSupport(1, LABEL, true))
                .maxButtons(10)
                .fixedText(Category.AUTHENTICATION, options.fixedText())
                .maxCode(15)
                .singleLineValues()
                .recipients(Address.Kind.PHONE, Address.Kind.USER_ID)
                .languages(WhatsAppLanguages.CODES)
                .templateName("[a-z0-9_]{1,512}", "1 to 512 lower-case letters, digits and underscores")
                .inbound(Evidence.PAYLOAD, Evidence.QUOTE, Evidence.TEXT)
                .reports(Report.DELIVERED, Report.SEEN)
                .batchSize(BATCH)
                .smsFailover()
                .window(Duration.ofDays(1), WhatsAppWindowForms.all())
                .build();
    }
}
