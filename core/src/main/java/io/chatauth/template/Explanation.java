package io.chatauth.template;

import io.chatauth.ChannelId;
import io.chatauth.RequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Shows, before anything is sent, what people will see of a template on a channel, with all that was changed and why, or why
 * it can't be shown. Placeholders hold their examples, or stay as they are. Immutable.
 */
public final class Explanation {
    private final ChannelId channel;
    private final String subject;
    private final Optional<AdaptedTemplate> adapted;
    private final List<AdaptationNote> notes;
    private final List<String> reasons;

    private Explanation(
            ChannelId channel,
            String subject,
            Optional<AdaptedTemplate> adapted,
            List<AdaptationNote> notes,
            List<String> reasons) {
        this.channel = Objects.requireNonNull(channel, "channel");
        this.subject = Objects.requireNonNull(subject, "subject");
        this.adapted = adapted;
        this.notes = List.copyOf(notes);
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Adapts a template and explains the result, be it a message or a refusal.
     *
     * @param channel the channel's id
     * @param template the template
     * @param capabilities what the channel can show
     * @return the explanation
     */
    public static Explanation of(ChannelId channel, Template template, Capabilities capabilities) {
        try {
            return of(channel, Adapter.adapt(channel, template, capabilities));
        } catch (TemplateRefusedException e) {
            return refused(channel, template.toString(), e);
        }
    }

    /**
     * Explains a template that a channel has adapted.
     *
     * @param channel the channel's id
     * @param adapted the template as the channel shows it
     * @return the explanation
     */
    public static Explanation of(ChannelId channel, AdaptedTemplate adapted) {
        return new Explanation(channel, adapted.source().toString(), Optional.of(adapted), adapted.notes(), List.of());
    }

    /**
     * Explains a refusal.
     *
     * @param channel the channel's id
     * @param template what was asked for, such as {@code login_code (en)}
     * @param refusal why it can't be shown
     * @return the explanation
     */
    public static Explanation refused(ChannelId channel, String template, RequestException refusal) {
        String message = Objects.requireNonNullElse(refusal.getMessage(), "refused");
        List<String> reasons = refusal instanceof TemplateRefusedException e ? e.reasons() : List.of(message);
        return new Explanation(channel, template, Optional.empty(), List.of(), reasons);
    }

    /**
     * Adds notes before the others, such as on the choice of the language.
     *
     * @param more the notes
     * @return an explanation with these notes too
     */
    public Explanation withNotes(List<AdaptationNote> more) {
        List<AdaptationNote> all = new ArrayList<>(more);
        all.addAll(notes);
        return new Explanation(channel, subject, adapted, all, reasons);
    }

    /**
     * Gives the channel.
     *
     * @return its id
     */
    public ChannelId channel() {
        return channel;
    }

    /**
     * Tells whether the template can't be shown.
     *
     * @return true if it is refused
     */
    public boolean isRefused() {
        return adapted.isEmpty();
    }

    /**
     * Gives the template as the channel shows it.
     *
     * @return the template; empty if it is refused
     */
    public Optional<AdaptedTemplate> adapted() {
        return adapted;
    }

    /**
     * Gives what was changed and why.
     *
     * @return the notes; empty if nothing was changed
     */
    public List<AdaptationNote> notes() {
        return notes;
    }

    /**
     * Gives why the template is refused.
     *
     * @return the reasons, each with what to do; empty if it is not refused
     */
    public List<String> reasons() {
        return reasons;
    }

    /**
     * Gives the message as people will see it, line by line.
     *
     * @return header, text, footer, and a line for each button; empty if the template is refused
     */
    public List<String> shown() {
        if (adapted.isEmpty()) {
            return List.of();
        }
        AdaptedTemplate template = adapted.get();
        List<String> lines = new ArrayList<>();
        template.header().ifPresent(text -> addLines(lines, text));
        addLines(lines, template.body());
        template.footer().ifPresent(text -> addLines(lines, text));
        for (Button button : template.buttons()) {
            lines.add(withExamples(shown(button)));
        }
        return lines;
    }

    /**
     * Writes several explanations as a table, one row for each channel.
     *
     * @param explanations one for each channel, in the order of the rows
     * @return a text of several lines, without an end of line at the end
     */
    public static String table(List<Explanation> explanations) {
        List<List<List<String>>> rows = new ArrayList<>();
        rows.add(List.of(List.of("channel"), List.of("shown as / refused because"), List.of("changed")));
        for (Explanation one : explanations) {
            rows.add(List.of(
                    List.of(one.channel.value()),
                    one.isRefused()
                            ? one.reasons.stream().map(why -> "refused: " + why).toList()
                            : one.shown(),
                    one.notes.stream().map(AdaptationNote::text).toList()));
        }
        return TextTable.of(rows);
    }

    /**
     * Writes the message in a frame of bars, then the notes; or the refusal.
     *
     * @return a text of several lines, without an end of line at the end
     */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(subject).append(" on ").append(channel);
        if (isRefused()) {
            out.append(" is refused:");
            reasons.forEach(reason -> out.append("\n  - ").append(reason));
        } else {
            out.append(':');
            shown().forEach(line -> out.append("\n  | ").append(line));
        }
        notes.forEach(note -> out.append("\n  note: ").append(note.text()));
        return out.toString();
    }

    private void addLines(List<String> lines, String text) {
        withExamples(text).lines().forEach(lines::add);
    }

    private String withExamples(String text) {
        return adapted.map(template -> Placeholders.replace(
                        text, name -> template.source().examples().getOrDefault(name, "{{" + name + "}}")))
                .orElse(text);
    }

    private static String shown(Button button) {
        return switch (button.kind()) {
            case CALL_PHONE -> "[ " + button.label() + "  " + PhoneFormat.international(button.value()) + " ]";
            case OPEN_URL -> "[ " + button.label() + "  " + button.value() + " ]";
            case QUICK_REPLY, COPY_CODE -> "[ " + button.label() + " ]";
        };
    }
}
