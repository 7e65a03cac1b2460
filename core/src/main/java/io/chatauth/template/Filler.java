package io.chatauth.template;

import io.chatauth.ChannelId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An adapted template, read once and ready to be filled for many people. Immutable, and safe for use by many threads; made
 * by {@link Adapter#filler}.
 */
public final class Filler {
    /** A button with its texts, read. */
    record ReadButton(Button button, Slots label, Slots value) {}

    private final ChannelId channel;
    private final AdaptedTemplate template;
    private final Capabilities can;
    private final Optional<Slots> header;
    private final Slots body;
    private final Optional<Slots> footer;
    private final List<ReadButton> buttons;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> inLinks = new HashSet<>();

    Filler(ChannelId channel, AdaptedTemplate template, Capabilities can) {
        this.channel = Objects.requireNonNull(channel, "channel");
        this.template = template;
        this.can = can;
        header = template.header().map(Slots::new);
        body = new Slots(template.body());
        footer = template.footer().map(Slots::new);
        buttons = template.buttons().stream()
                .map(button -> new ReadButton(button, new Slots(button.label()), new Slots(button.value())))
                .toList();
        findNames();
        findCodes();
        findLinks();
    }

    /**
     * Fills the template. Values go in once: one that looks like a placeholder stays as it is. No value is ever cut, and none
     * stands in an error.
     *
     * @param values the values by placeholder: one for each, and no others
     * @param payloads the payloads of quick replies, by their reply words; those missing carry the reply words
     * @return the message as the person will see it
     * @throws TemplateRefusedException if a value is missing, unknown, blank, too long, or has characters that could
     *     deceive, or if the filled message is too long; with every reason
     */
    public AdaptedMessage fill(Map<String, String> values, Map<String, String> payloads) {
        return new Filling(this, values, payloads).run();
    }

    ChannelId channel() {
        return channel;
    }

    AdaptedTemplate template() {
        return template;
    }

    Capabilities can() {
        return can;
    }

    Optional<Slots> header() {
        return header;
    }

    Slots body() {
        return body;
    }

    Optional<Slots> footer() {
        return footer;
    }

    List<ReadButton> buttons() {
        return buttons;
    }

    /** The template's own placeholders, so that the same values fit all channels, then those a channel added. */
    Set<String> names() {
        return names;
    }

    /** The placeholders whose value is the code. */
    Set<String> codes() {
        return codes;
    }

    /** The placeholders that become part of a URL. */
    Set<String> inLinks() {
        return inLinks;
    }

    private void findNames() {
        names.addAll(template.source().placeholders());
        for (Slots text : texts()) {
            names.addAll(text.names());
        }
    }

    private void findCodes() {
        for (Button button : template.source().buttons()) {
            if (button instanceof Button.CopyCode copy) {
                codes.add(copy.placeholder());
            }
        }
        if (template.textFixed()
                && body.names().size() == 1
                && template.source().category() == Category.AUTHENTICATION) {
            codes.addAll(body.names());
        }
    }

    private void findLinks() {
        for (Button button : template.source().buttons()) {
            if (button.kind() == ButtonKind.OPEN_URL) {
                inLinks.addAll(Placeholders.in(button.value()));
            }
        }
        for (Slots text : texts()) {
            for (String link : Links.variable(text.text())) {
                inLinks.addAll(Placeholders.in(link));
            }
        }
    }

    private List<Slots> texts() {
        List<Slots> texts = new ArrayList<>();
        header.ifPresent(texts::add);
        texts.add(body);
        footer.ifPresent(texts::add);
        for (ReadButton button : buttons) {
            texts.add(button.label());
            texts.add(button.value());
        }
        return texts;
    }
}
