package io.chatauth.channel.whatsapp.internal;

import io.chatauth.ChannelId;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Placeholders;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What WhatsApp asks of a template beyond lengths and counts. Source: the template API's structure schemas. */
final class WhatsAppTemplateRules {
    private static final int LONGEST_CODE = 15;

    /** Of the template API's edit: {@code Only templates with an approved, rejected, or paused status}. */
    private static final Set<String> EDITABLE = Set.of("APPROVED", "REJECTED", "FIRST_PAUSED", "SECOND_PAUSED");

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

    /**
     * Checks what only registration asks for.
     *
     * @return the language code, as WhatsApp spells it
     * @throws TemplateRefusedException with all that is wrong
     */
    static String checkForRegistration(ChannelId channel, AdaptedTemplate template) {
        check(channel, template);
        List<String> reasons = new ArrayList<>();
        String code = template.source().language().replace('-', '_');
        if (!WhatsAppLanguages.CODES.contains(code)) {
            reasons.add("WhatsApp has no language '" + code + "'; take one of " + WhatsAppLanguages.CODES);
        }
        for (Button button : template.buttons()) {
            if (button.kind() == ButtonKind.COPY_CODE
                    && WhatsAppStructure.filledWithExamples(template.source(), button.value())
                                    .length()
                            > LONGEST_CODE) {
                reasons.add("the example of the code behind '" + button.label() + "' is longer than " + LONGEST_CODE
                        + " characters; give {{"
                        + Placeholders.in(button.value()).get(0) + "}} a shorter example");
            }
        }
        refuseIfAny(channel, template, reasons);
        return code;
    }

    /**
     * Checks that WhatsApp lets the template be changed: only approved, rejected and paused ones, an approved one not in its
     * category.
     *
     * @throws TemplateRefusedException with the rule
     */
    static void checkForEdit(ChannelId channel, AdaptedTemplate template, RegisteredTemplate registered) {
        List<String> reasons = new ArrayList<>();
        String status = registered.detail();
        if (!EDITABLE.contains(status)) {
            reasons.add("WhatsApp lets only approved, rejected or paused templates be edited, and " + registered.key()
                    + " (" + registered.language() + ") is " + (status.isEmpty() ? registered.approval() : status)
                    + "; wait for the review, or give this text another name");
        }
        String category = WhatsAppContents.category(template);
        registered
                .content()
                .flatMap(content -> content.part(TemplateContent.CATEGORY))
                .filter(there -> registered.approval() == Approval.State.APPROVED && !there.equals(category))
                .ifPresent(
                        there -> reasons.add("WhatsApp lets the category of an approved template not be edited: it is "
                                + there + " there and " + category + " here; give this text another name"));
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
