package io.chatauth.testkit;

import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Shows how a person answers each template on each channel, or why it is refused there. All of it follows from what the
 * channels declare and what the templates say, so it holds for a stranger's channel as well. Immutable.
 */
public final class ChannelTable {
    private static final String REFUSED = "refused: ";

    private final Map<ChannelId, Channel> channels;
    private final Map<String, List<Template>> families = new LinkedHashMap<>();
    private final Set<String> sentByPeople;

    private ChannelTable(Map<ChannelId, Channel> channels, List<Template> templates, Set<String> sentByPeople) {
        this.channels = new LinkedHashMap<>(channels);
        this.sentByPeople = Set.copyOf(sentByPeople);
        for (Template template : templates) {
            families.computeIfAbsent(template.name(), name -> new ArrayList<>()).add(template);
        }
    }

    /**
     * Makes a table.
     *
     * @param channels the channels by id, in the order of the columns
     * @param templates the templates, a row for each name, in order of appearance
     * @param sentByPeople the names of those that people send and do not get, such as the text of an opt-in
     * @return the table
     */
    public static ChannelTable of(
            Map<ChannelId, Channel> channels, List<Template> templates, Set<String> sentByPeople) {
        return new ChannelTable(channels, templates, sentByPeople);
    }

    /**
     * Says how a person answers: in all languages that the channel knows, or language by language where they differ. Reasons
     * are those of the first language that is refused.
     *
     * @param template the name of a template
     * @param channel the id of a channel
     * @return such as {@code button, quote or text}; or {@code refused: } and why; never blank
     * @throws IllegalArgumentException if there is no such template or channel
     */
    public String cell(String template, ChannelId channel) {
        List<Template> family = families.get(template);
        Channel shown = channels.get(channel);
        if (family == null || shown == null) {
            throw new IllegalArgumentException(
                    "there is no template '" + template + "', or no channel '" + channel + "'");
        }
        Map<String, List<String>> languages = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Template one : known(family, shown.capabilities())) {
            String answer = answer(channel, shown, one);
            String kind = answer.startsWith(REFUSED) ? REFUSED : answer;
            languages.computeIfAbsent(kind, any -> new ArrayList<>()).add(one.language());
            words.putIfAbsent(kind, answer);
        }
        if (languages.isEmpty()) {
            return REFUSED + channel + " knows none of its languages";
        }
        if (languages.size() == 1) {
            return words.values().iterator().next();
        }
        List<String> parts = new ArrayList<>();
        languages.forEach((kind, codes) -> parts.add("in " + String.join(", ", codes) + ": " + words.get(kind)));
        return String.join("; ", parts);
    }

    /**
     * Writes the table in Markdown.
     *
     * @return a head and a row for each template, each line with its end
     */
    public String markdown() {
        StringBuilder out = new StringBuilder("| use case |");
        channels.keySet().forEach(id -> out.append(' ').append(id).append(" |"));
        out.append("\n|---|").append("---|".repeat(channels.size())).append('\n');
        for (String template : families.keySet()) {
            out.append("| `").append(template).append("` |");
            for (ChannelId channel : channels.keySet()) {
                out.append(' ')
                        .append(cell(template, channel).replace("|", "\\|"))
                        .append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static List<Template> known(List<Template> family, Capabilities can) {
        return family.stream()
                .filter(template -> can.languages().isEmpty()
                        || can.languages().stream().anyMatch(code -> covers(code, template.language())))
                .toList();
    }

    /** A channel that knows a language knows its regions. */
    private static boolean covers(String code, String language) {
        String wanted = normal(language);
        String known = normal(code);
        return wanted.equals(known) || wanted.startsWith(known + "_");
    }

    private static String normal(String language) {
        return language.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private String answer(ChannelId id, Channel channel, Template template) {
        Capabilities can = channel.capabilities();
        if (sentByPeople.contains(template.name())) {
            return can.inbound().contains(Evidence.TEXT)
                    ? "text"
                    : REFUSED + "what a person writes does not come back from " + id
                            + "; use another channel for it, or a form on a page";
        }
        try {
            return answer(channel.adapt(id, template), can);
        } catch (TemplateRefusedException e) {
            return REFUSED + String.join("; ", e.reasons());
        }
    }

    private static String answer(AdaptedTemplate adapted, Capabilities can) {
        Template template = adapted.source();
        List<String> ways = new ArrayList<>();
        if (has(template.buttons(), ButtonKind.QUICK_REPLY)) {
            ways.add(replies(adapted, can));
        }
        if (template.buttons().stream().anyMatch(ChannelTable::isPersonalLink)) {
            ways.add(
                    adapted.buttons().stream().anyMatch(ChannelTable::isPersonalLink)
                            ? "link (button)"
                            : "link (in the text)");
        }
        if (has(template.buttons(), ButtonKind.COPY_CODE) || template.category() == Category.AUTHENTICATION) {
            ways.add(has(adapted.buttons(), ButtonKind.COPY_CODE) ? "code (button copies it)" : "code (in the text)");
        }
        if (has(template.buttons(), ButtonKind.CALL_PHONE)) {
            ways.add(has(adapted.buttons(), ButtonKind.CALL_PHONE) ? "call (button)" : "call (number in the text)");
        }
        return ways.isEmpty() ? "nothing to answer" : String.join(", ", ways);
    }

    private static String replies(AdaptedTemplate adapted, Capabilities can) {
        List<String> ways = new ArrayList<>();
        if (has(adapted.buttons(), ButtonKind.QUICK_REPLY)) {
            ways.add("button");
        }
        if (can.inbound().contains(Evidence.QUOTE)) {
            ways.add("quote");
        }
        if (can.inbound().contains(Evidence.TEXT)) {
            ways.add("text");
        }
        return String.join(" or ", ways);
    }

    private static boolean has(List<Button> buttons, ButtonKind kind) {
        return buttons.stream().anyMatch(button -> button.kind() == kind);
    }

    private static boolean isPersonalLink(Button button) {
        return button.kind() == ButtonKind.OPEN_URL && button.value().contains("{{");
    }
}
