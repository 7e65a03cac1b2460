package io.chatauth.channel.whatsapp.internal;

import io.chatauth.Address;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.Golden;
import java.util.List;
import java.util.Optional;

/** What the tests of WhatsApp have in common. */
final class WhatsAppSamples {
    static final Golden GOLDEN = Golden.of(WhatsAppSamples.class);
    static final ChannelFixture FIXTURE =
            ChannelFixture.of(new WhatsAppChannelProvider(), "441134960000", Address.phone("+441134960001"));

    private WhatsAppSamples() {}

    static Template codeTemplate() {
        return Template.named("login_code")
                .language("en_GB")
                .category(Category.AUTHENTICATION)
                .body("Your code is {{code}}.")
                .button(new Button.CopyCode("Copy code", "code"))
                .build();
    }

    static AdaptedTemplate fixed(Template source) {
        return new AdaptedTemplate(
                source,
                Optional.empty(),
                "{{code}} is your verification code.",
                Optional.empty(),
                source.buttons(),
                true,
                List.of());
    }

    static AdaptedTemplate adapted(Template source) {
        return new AdaptedTemplate(
                source, source.header(), source.body(), source.footer(), source.buttons(), false, List.of());
    }
}
