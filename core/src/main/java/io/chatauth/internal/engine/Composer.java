package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.Tenant;
import io.chatauth.internal.catalog.ResolvedTemplate;
import io.chatauth.internal.key.CodeContext;
import io.chatauth.internal.reply.ReplyWords;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.SecretSpec;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Filler;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.template.WindowForm;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes the message of a challenge from its content: template, adaptation, code, and where reports shall go. */
final class Composer {
    /**
     * What the code of a challenge is derived from, besides its content.
     *
     * @param tenant the tenant
     * @param challenge the challenge
     * @param keyId the key
     * @param salt the salt
     * @param generation the generation
     */
    record Seed(Tenant tenant, ChallengeId challenge, String keyId, String salt, int generation) {}

    /**
     * A template, adapted once and then used for many messages.
     *
     * @param template the adapted template
     * @param filler the same, ready to be filled
     * @param key what the channel calls it
     * @param languageCode the code to send
     * @param notes what was changed
     * @param content what would be registered, if that can be compared
     */
    record Prepared(
            AdaptedTemplate template,
            Filler filler,
            String key,
            String languageCode,
            List<AdaptationNote> notes,
            Optional<TemplateContent> content) {}

    /**
     * Which template shall be sent where.
     *
     * @param channel the channel
     * @param template the template's name
     * @param language the wished language
     * @param to what the recipient is written to by
     */
    record Wish(ChannelId channel, String template, Optional<Language> language, Address.Kind to) {
        /** By hand, because this is asked for every message: what the compiler makes goes over method handles. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Wish wish
                    && to == wish.to
                    && template.equals(wish.template)
                    && channel.value().equals(wish.channel.value())
                    && language.equals(wish.language);
        }

        @Override
        public int hashCode() {
            return ((template.hashCode() * 31 + channel.value().hashCode()) * 31 + language.hashCode()) * 31
                    + to.hashCode();
        }
    }

    /** How many wishes are remembered; what callers wish for may be without end. */
    private static final int REMEMBERED = 10_000;

    private final Parts parts;
    private final Approvals approvals;
    private final Windows windows;
    private final Map<Wish, Prepared> prepared = new ConcurrentHashMap<>();

    Composer(Parts parts, Approvals approvals, Windows windows) {
        this.parts = parts;
        this.approvals = approvals;
        this.windows = windows;
    }

    /** Finds the template and adapts it. Throws RequestException with every reason if it can't be shown. */
    Prepared prepare(Wish wish, Channel channel) {
        Prepared known = known(wish, channel);
        String name = known.template().source().name();
        boolean reviewed = channel.capabilities().textMode() == TextMode.APPROVED_TEMPLATES
                || !known.key().equals(name);
        approvals.check(wish.channel(), name, known.key(), known.languageCode(), reviewed, known.content());
        return known;
    }

    /** The same, whatever is known about its approval. */
    Prepared known(Wish wish, Channel channel) {
        Prepared known = prepared.get(wish);
        if (known == null) {
            known = adapt(wish, channel);
            if (prepared.size() < REMEMBERED) {
                prepared.put(wish, known);
            }
        }
        return known;
    }

    /** Templates, bindings and capabilities never change, so neither does this. */
    private Prepared adapt(Wish wish, Channel channel) {
        Capabilities capabilities = channel.capabilities();
        ResolvedTemplate resolved =
                parts.catalog().resolve(wish.template(), wish.language(), wish.channel(), capabilities);
        boolean bound = parts.bindings()
                .find(wish.channel(), resolved.template().name(), resolved.languageCode())
                .isPresent();
        AdaptedTemplate template = bound
                ? channel.adaptRegistered(wish.channel(), resolved.template())
                : channel.adapt(wish.channel(), resolved.template());
        String key = TemplateKeys.of(
                parts.bindings(),
                wish.channel(),
                capabilities,
                resolved.template(),
                resolved.languageCode(),
                wish.to());
        checkAnswers(wish.channel(), capabilities, resolved.template(), wish.to());
        List<AdaptationNote> notes = new ArrayList<>(resolved.notes());
        notes.addAll(template.notes());
        return new Prepared(
                template,
                Adapter.filler(wish.channel(), template, capabilities),
                key,
                resolved.languageCode(),
                List.copyOf(notes),
                TemplateKeys.content(channel, template));
    }

    /** What the adapter can't know: whether this person can answer, and not only people of the channel in general. */
    static void checkAnswers(ChannelId channel, Capabilities can, Template template, Address.Kind to) {
        boolean asks = template.buttons().stream().anyMatch(button -> button.kind() == ButtonKind.QUICK_REPLY);
        if (asks && can.inbound(to).isEmpty()) {
            throw new TemplateRefusedException(
                    "template '" + template.name() + "' (" + template.language() + ") on " + channel,
                    List.of("no answer can be traced to a " + to.inWords() + " on " + channel
                            + ", so quick replies would say nothing; ask for a code instead, with a template that has"
                            + " {{code}} and is typed where the person started"));
        }
    }

    /** Prepares the template, fills it and addresses it. */
    OutboundMessage compose(
            String messageId, ChannelId channelId, Channel channel, Content content, Seed seed, Instant expiresAt) {
        Wish wish = new Wish(
                channelId, content.template(), content.language(), content.to().kind());
        return compose(messageId, channelId, channel, prepare(wish, channel), content, seed, expiresAt);
    }

    /** Fills a template that was just prepared for this content, and addresses it as on this channel. */
    OutboundMessage compose(
            String messageId,
            ChannelId channelId,
            Channel channel,
            Prepared prepared,
            Content whole,
            Seed seed,
            Instant expiresAt) {
        Content content = whole.on(channelId);
        Capabilities capabilities = channel.capabilities();
        Map<String, String> values = new HashMap<>(content.values());
        content.secret().ifPresent(spec -> give(values, spec.placeholder(), code(seed, content, spec)));
        Terms terms = content.terms();
        terms.link()
                .ifPresent(placeholder -> give(values, placeholder, parts.keys().linkToken(context(seed, content))));
        AdaptedMessage message = prepared.filler().fill(values, payloads(prepared, content, seed));
        OutboundMessage.Builder out = OutboundMessage.of(messageId, content.sender(), content.to(), message)
                .templateKey(prepared.key())
                .language(prepared.languageCode())
                .expiresAt(expiresAt);
        notifyUrl(channelId).ifPresent(out::notifyUrl);
        content.callbackData().ifPresent(out::callbackData);
        content.sms().ifPresent(sms -> {
            checkSms(channelId, capabilities, content.to().kind());
            out.smsFailover(new OutboundMessage.SmsFailover(
                    sms.sender(),
                    fillSms(sms.text(), values),
                    sms.after().orElse(OutboundMessage.SmsFailover.USUAL_WAIT)));
        });
        windowForm(channelId, capabilities, content, message).ifPresent(out::windowForm);
        OutboundMessage built = out.build();
        channel.check(built);
        return built;
    }

    private static void give(Map<String, String> values, String placeholder, String value) {
        if (values.put(placeholder, value) != null) {
            throw new RequestException(
                    "the placeholder {{" + placeholder + "}} is filled by ChatAuth; don't give it a value");
        }
    }

    /** What the buttons of a question carry: a token for the answer that their reply words mean. */
    private Map<String, String> payloads(Prepared prepared, Content content, Seed seed) {
        if (!content.terms().question()) {
            return Map.of();
        }
        Map<String, String> payloads = new HashMap<>();
        for (Button button : prepared.template().source().buttons()) {
            if (button.kind() == ButtonKind.QUICK_REPLY) {
                Choice choice = ReplyWords.choice(button.value())
                        .orElseThrow(() -> new RequestException("the quick reply '" + button.value()
                                + "' of template '" + content.template()
                                + "' means neither yes nor no; use Y and N, or the words of the template's language"));
                payloads.put(button.value(), AnswerToken.of(parts.keys(), context(seed, content), choice));
            }
        }
        return payloads;
    }

    private static void checkSms(ChannelId channel, Capabilities can, Address.Kind to) {
        if (!can.smsFailover()) {
            throw new RequestException("the channel '" + channel
                    + "' can't fall back to SMS; leave smsFailover out or choose another channel");
        }
        if (to != Address.Kind.PHONE) {
            throw new RequestException("there is an SMS for the case that the message is not delivered, and a "
                    + to.inWords() + " has no phone number; leave smsFailover out, or send to a phone number");
        }
    }

    /** The first form that shows all of the message, if the person's window is open; a code or link never goes that way. */
    private Optional<WindowForm> windowForm(
            ChannelId channel, Capabilities capabilities, Content content, AdaptedMessage message) {
        if (content.secret().isPresent()
                || content.terms().link().isPresent()
                || content.sms().isPresent()) {
            return Optional.empty();
        }
        return capabilities.windowForms().stream()
                .filter(form -> form.shows(message, capabilities.lengthUnit()))
                .findFirst()
                .filter(form -> windows.open(channel, capabilities, content.sender(), content.to()));
    }

    String code(Seed seed, Content content, SecretSpec spec) {
        return parts.keys().code(context(seed, content), spec);
    }

    boolean codeMatches(Seed seed, Content content, SecretSpec spec, String typed) {
        return parts.keys().codeMatches(context(seed, content), spec, typed);
    }

    static CodeContext context(Seed seed, Content content) {
        return new CodeContext(
                seed.keyId(),
                content.purpose(),
                seed.tenant(),
                seed.challenge(),
                content.subject().orElse(""),
                content.terms().digest(),
                seed.salt(),
                seed.generation());
    }

    private Optional<URI> notifyUrl(ChannelId channel) {
        return parts.webhookBase()
                .map(base -> URI.create(base + (base.toString().endsWith("/") ? "" : "/") + channel + "/"
                        + parts.keys().pathToken(channel.value())));
    }

    private static String fillSms(String text, Map<String, String> values) {
        try {
            return Placeholders.fill(text, values);
        } catch (IllegalArgumentException e) {
            throw new RequestException("the text of the SMS failover can't be filled: " + e.getMessage());
        }
    }
}
