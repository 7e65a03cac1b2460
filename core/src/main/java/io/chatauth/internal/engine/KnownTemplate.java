package io.chatauth.internal.engine;

import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.template.Approval;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateContent.Difference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a registered template, as all nodes share it.
 *
 * @param approval whether it may be sent
 * @param content what was registered
 * @param readBack the fingerprint of how the provider showed it when it was registered from here; it may write it another way
 * @param toldAt when the provider last told of a change, by its own clock
 */
record KnownTemplate(
        Approval approval, Optional<TemplateContent> content, Optional<String> readBack, Optional<Instant> toldAt) {
    private static final String WHAT = "what is known of a template";

    /** What stands for a content that is too long to be kept. */
    private static final String FINGERPRINT = "fingerprint";

    private static final int LONGEST = 8_000;

    static final KnownTemplate NOTHING =
            new KnownTemplate(Approval.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty());

    KnownTemplate with(Approval observed) {
        return new KnownTemplate(observed, content, readBack, toldAt);
    }

    KnownTemplate told(Optional<Instant> at) {
        return new KnownTemplate(approval, content, readBack, at.or(() -> toldAt));
    }

    KnownTemplate in(String category) {
        return new KnownTemplate(
                approval, content.map(parts -> parts.with(TemplateContent.CATEGORY, category)), readBack, toldAt);
    }

    /** Takes in what was sent to be registered, and how the provider shows that. */
    KnownTemplate registered(TemplateContent sent, Optional<TemplateContent> shown) {
        return new KnownTemplate(approval, Optional.of(sent), shown.map(KnownTemplate::fingerprint), toldAt);
    }

    /** Takes in how the provider shows it: what was sent still holds if it is shown as it was then. */
    KnownTemplate shown(TemplateContent shown) {
        String print = fingerprint(shown);
        if (readBack.filter(print::equals).isPresent()) {
            return shown.part(TemplateContent.CATEGORY).map(this::in).orElse(this);
        }
        return new KnownTemplate(approval, Optional.of(shown), Optional.of(print), toldAt);
    }

    Optional<String> category() {
        return content.flatMap(parts -> parts.part(TemplateContent.CATEGORY));
    }

    /** Tells how the template here differs from the registered one. */
    List<Difference> allDifferences(TemplateContent here) {
        if (content.isEmpty()) {
            return List.of();
        }
        TemplateContent comparable =
                content.get().part(FINGERPRINT).isPresent() ? TemplateContent.of(shortened(here)) : here;
        return content.get().differences(comparable);
    }

    /** The same, in all but what the provider takes it for. */
    List<Difference> differences(TemplateContent here) {
        return allDifferences(here).stream()
                .filter(difference -> !difference.part().equals(TemplateContent.CATEGORY))
                .toList();
    }

    String write() {
        String whole = write(content.map(TemplateContent::parts).orElse(Map.of()));
        return whole.length() <= LONGEST
                ? whole
                : write(content.map(KnownTemplate::shortened).orElse(Map.of()));
    }

    private static Map<String, String> shortened(TemplateContent content) {
        Map<String, String> parts = new LinkedHashMap<>();
        content.part(TemplateContent.CATEGORY).ifPresent(text -> parts.put(TemplateContent.CATEGORY, text));
        parts.put(FINGERPRINT, fingerprint(content));
        return parts;
    }

    /** Of all but the category, which providers change by themselves. */
    private static String fingerprint(TemplateContent content) {
        Map<String, String> rest = new LinkedHashMap<>(content.parts());
        rest.remove(TemplateContent.CATEGORY);
        return TemplateContent.of(rest).fingerprint();
    }

    private String write(Map<String, String> parts) {
        byte[] json = JsonWriter.write(out -> {
            out.text("state", approval.state().name())
                    .text("source", approval.source().name())
                    .text("detail", approval.detail());
            approval.at().ifPresent(at -> out.text("at", at.toString()));
            readBack.ifPresent(print -> out.text("readBack", print));
            toldAt.ifPresent(at -> out.text("toldAt", at.toString()));
            if (!parts.isEmpty()) {
                out.objects(
                        "content",
                        List.copyOf(parts.entrySet()),
                        (part, entry) -> part.text("part", entry.getKey()).text("text", entry.getValue()));
            }
        });
        return new String(json, StandardCharsets.UTF_8);
    }

    static KnownTemplate read(String written) {
        JsonObject json = JsonObject.parse(written.getBytes(StandardCharsets.UTF_8), WHAT);
        Map<String, String> parts = new LinkedHashMap<>();
        json.objects("content")
                .orElse(List.of())
                .forEach(part -> parts.put(part.requiredText("part", WHAT), part.requiredText("text", WHAT)));
        return new KnownTemplate(
                new Approval(
                        Approval.State.valueOf(json.requiredText("state", WHAT)),
                        Approval.Source.valueOf(json.requiredText("source", WHAT)),
                        json.text("detail").orElse(""),
                        json.text("at").map(Instant::parse)),
                parts.isEmpty() ? Optional.empty() : Optional.of(TemplateContent.of(parts)),
                json.text("readBack"),
                json.text("toldAt").map(Instant::parse));
    }
}
