package io.chatauth.channel.kakao.internal;

import io.chatauth.Address;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Capabilities.TextMode;
import java.util.Set;

/**
 * What an AlimTalk message can show. Bounds are those of the API's schemas; the languages are those that Infobip's
 * documentation names for AlimTalk. There is no button that calls or copies. A keyword button exists, but what the person
 * says with it lands in the chat with the business and not in any report, so nobody can answer.
 */
final class KakaoCapabilities {
    private static final int BUTTONS = 5;
    private static final int LABEL = 28;

    /** The API sets no limit on the messages of a request. As many as on the other channels. */
    private static final int BATCH = 100;

    private KakaoCapabilities() {}

    static Capabilities all() {
        return Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .maxBody(1000)
                .maxHeader(50)
                .button(ButtonKind.OPEN_URL, new ButtonSupport(BUTTONS, LABEL, true))
                .maxUrl(500)
                .recipients(Address.Kind.PHONE)
                .languages(Set.of("ko", "en"))
                .templateKey("\\S{1,30}", "a code of 1 to 30 characters")
                .reports(Report.DELIVERED)
                .batchSize(BATCH)
                .smsFailover()
                .build();
    }
}
