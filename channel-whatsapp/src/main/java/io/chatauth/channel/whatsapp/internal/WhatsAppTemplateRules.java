package io.chatauth.channel.whatsapp.internal;

import io.chatauth.ChannelId;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Placeholders;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;

/** What WhatsApp asks of a template beyond lengths and counts. Source: the template API's structure schemas. */
final class WhatsAppTemplateRules {
    private WhatsAppTemplateRules() {}

    /**
     * Checks where placeholders and buttons stand.
     *
     * @throws TemplateRefusedException with all that is wrong
     */
    static void check(ChannelId channel, AdaptedTemplate template) {
        if (template.textFixed()) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        int inHeader = template.header().map(Placeholders::in).orElse(List.of()).size();
        if (inHeader > 1) {
            reasons.add(
                    "the header has " + inHeader + " placeholders, WhatsApp takes one; move the others into the body");
        }
        if (!template.footer().map(Placeholders::in).orElse(List.of()).isEmpty()) {
            reasons.add("the footer has a placeholder, WhatsApp's footer is the same for all; move it into the body");
        }
        for (Button button : template.buttons()) {
            checkButton(button, reasons);
        }
        if (!quickRepliesTogether(template.buttons())) {
            reasons.add("quick replies and other buttons alternate; put all quick replies first or last");
        }
        refuseIfAny(channel, template, reasons);
    }

    static void refuseIfAny(ChannelId channel, AdaptedTemplate template, List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException("the template " + template.source() + " on " + channel, reasons);
        }
    }

    private static void checkButton(Button button, List<String> reasons) {
        String label = button.label();
        if (!Placeholders.in(label).isEmpty()) {
            reasons.add("the label '" + label
                    + "' has a placeholder, WhatsApp's labels are the same for all; write fixed" + " words");
        }
        if (button.kind() == ButtonKind.OPEN_URL) {
            List<String> names = Placeholders.in(button.value());
            String url = button.value();
            if (names.size() > 1
                    || (names.size() == 1
                            && url.indexOf("{{") != url.length() - names.get(0).length() - 4)) {
                reasons.add("the URL of the button '" + label
                        + "' may vary in one placeholder at its very end only; move what varies there");
            }
        }
    }

    private static boolean quickRepliesTogether(List<Button> buttons) {
        int changes = 0;
        for (int i = 1; i < buttons.size(); i++) {
            boolean before = buttons.get(i - 1).kind() == ButtonKind.QUICK_REPLY;
            boolean here = buttons.get(i).kind() == ButtonKind.QUICK_REPLY;
            changes += before == here ? 0 : 1;
        }
        return changes <= 1;
    }
}
