package io.chatauth.internal.engine;

import io.chatauth.spi.Exchange;
import io.chatauth.spi.RateLimit;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Both ends of a template API of plain text: the registry, and a provider that keeps templates by number. Templates are
 * deleted by name, unless {@code oneByOne} is set.
 */
final class Shelf implements TemplateRegistry {
    /** What the provider was asked, as method and path. */
    final List<String> asked = new ArrayList<>();

    /** By number: name, language, state and text. */
    final Map<String, String[]> templates = new TreeMap<>();

    /** Says what goes wrong; gets the request and what would be answered. */
    UnaryOperator<WireResponse> spoil = answer -> answer;

    boolean oneByOne;

    /** Whether the provider tells a name besides the key. */
    boolean named = true;

    private int last;

    WireResponse answer(WireRequest request) {
        asked.add(request.toString());
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String id = request.target().substring(request.target().lastIndexOf('/') + 1);
        String text =
                switch (request.method()) {
                    case "POST" -> {
                        last++;
                        String[] fields = body.split("\\|", -1);
                        templates.put("" + last, new String[] {fields[0], fields[1], "PENDING", fields[2]});
                        yield line("" + last);
                    }
                    case "PATCH" -> {
                        String[] fields = body.split("\\|", -1);
                        templates.put(id, new String[] {fields[0], fields[1], "PENDING", fields[2]});
                        yield line(id);
                    }
                    case "DELETE" -> {
                        templates
                                .entrySet()
                                .removeIf(
                                        entry -> oneByOne ? entry.getKey().equals(id) : entry.getValue()[0].equals(id));
                        yield "";
                    }
                    default -> {
                        List<String> lines = new ArrayList<>();
                        templates.keySet().forEach(key -> lines.add(line(key)));
                        yield String.join("\n", lines);
                    }
                };
        return spoil.apply(WireResponse.of(200, Map.of(), text.getBytes(StandardCharsets.UTF_8)));
    }

    void decide(String name, Approval.State state) {
        templates.values().stream()
                .filter(fields -> fields[0].equals(name))
                .forEach(fields -> fields[2] = state.name());
    }

    private String line(String id) {
        return id + "|" + String.join("|", templates.get(id));
    }

    private static byte[] body(AdaptedTemplate template) {
        return (template.source().name() + "|" + template.source().language() + "|" + text(template))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String text(AdaptedTemplate template) {
        return template.body().replace("\n", " / ");
    }

    private RegisteredTemplate read(String line) {
        String[] fields = line.split("\\|", -1);
        RegisteredTemplate read = new RegisteredTemplate(
                        fields[0], fields[1], fields[2], Approval.State.valueOf(fields[3]), fields[3])
                .showing(content(fields[4]));
        return named ? read.named(fields[1]) : read;
    }

    private static TemplateContent content(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("body", text);
        return TemplateContent.of(parts);
    }

    @Override
    public Exchange<RegisteredTemplate> create(String sender, AdaptedTemplate template) {
        return new Exchange<>(WireRequest.post("/templates", body(template)), response -> read(response.text()));
    }

    @Override
    public Exchange<RegisteredTemplate> get(String sender, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Exchange<List<RegisteredTemplate>> list(String sender) {
        return new Exchange<>(
                WireRequest.get("/templates"),
                response -> response.text().lines().map(this::read).toList());
    }

    @Override
    public Optional<Exchange<RegisteredTemplate>> edit(
            String sender, RegisteredTemplate registered, AdaptedTemplate template) {
        if (registered.approval() == Approval.State.PENDING) {
            throw new TemplateRefusedException("template " + template.source(), List.of("it is PENDING"));
        }
        return Optional.of(new Exchange<>(
                WireRequest.of("PATCH", "/templates/" + registered.id(), Map.of(), body(template)),
                response -> read(response.text())));
    }

    @Override
    public List<RateLimit> editLimits(RegisteredTemplate registered) {
        return List.of(new RateLimit(1, Duration.ofDays(1)));
    }

    @Override
    public Optional<Exchange<RegisteredTemplate>> delete(String sender, RegisteredTemplate registered) {
        return oneByOne
                ? Optional.of(new Exchange<>(delete(registered.id()), response -> registered))
                : Optional.empty();
    }

    @Override
    public Optional<Exchange<String>> deleteAllLanguages(String sender, String key) {
        return oneByOne ? Optional.empty() : Optional.of(new Exchange<>(delete(key), response -> key));
    }

    private static WireRequest delete(String id) {
        return WireRequest.of("DELETE", "/templates/" + id, Map.of(), new byte[0]);
    }

    @Override
    public Optional<TemplateContent> content(AdaptedTemplate template) {
        return Optional.of(content(text(template)));
    }
}
