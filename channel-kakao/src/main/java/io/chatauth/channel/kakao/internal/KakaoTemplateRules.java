package io.chatauth.channel.kakao.internal;

import io.chatauth.ChannelId;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What KakaoTalk asks of a template beyond lengths and counts: that it is what was registered. */
final class KakaoTemplateRules {
    private final KakaoOptions options;

    KakaoTemplateRules(KakaoOptions options) {
        this.options = options;
    }

    /**
     * Checks the template against what was declared.
     *
     * @throws TemplateRefusedException with all that is wrong
     */
    void check(ChannelId channel, AdaptedTemplate template) {
        List<String> reasons = new ArrayList<>();
        checkMarks(template, reasons);
        options.texts().difference(template).ifPresent(reasons::add);
        checkAppLinks(template, reasons);
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException("the template " + template.source() + " on " + channel, reasons);
        }
    }

    private static void checkMarks(AdaptedTemplate template, List<String> reasons) {
        List<String> parts = new ArrayList<>();
        template.header().ifPresent(parts::add);
        parts.add(template.body());
        template.buttons().forEach(button -> parts.add(button.value()));
        if (parts.stream().anyMatch(part -> part.contains("#{"))) {
            reasons.add("it has '#{', which marks placeholders at KakaoTalk only; write {{name}}");
        }
    }

    private void checkAppLinks(AdaptedTemplate template, List<String> reasons) {
        List<Button> buttons = template.buttons();
        for (int number :
                new TreeSet<>(options.appLinks().of(template.source().name()).keySet())) {
            String option =
                    "chatauth.channel.kakao.app-link." + template.source().name() + "." + number;
            if (number > buttons.size()) {
                reasons.add(option + " is about the button " + number + ", and KakaoTalk shows " + buttons.size()
                        + "; correct the number, or add the button");
            } else if (buttons.get(number - 1).value().contains("{{")) {
                reasons.add(option + " opens the same for all people, and the URL of the button '"
                        + buttons.get(number - 1).label() + "' differs; remove the option or the placeholder");
            }
        }
    }
}
