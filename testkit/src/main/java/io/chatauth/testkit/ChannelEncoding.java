package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.Template;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The cases of requests. */
abstract class ChannelEncoding extends ChannelAdaptation {
    /** For subclasses. */
    protected ChannelEncoding() {}

    /** Each has callback data, a URL for reports and a time to end; and an SMS, where the channel has that. */
    @Test
    void requestOfEachUseCaseIsTheGoldenOne() {
        Golden golden = Golden.of(getClass());
        for (Template template : SampleTemplates.useCases()) {
            String name = "use-cases/" + template.name() + ".json";
            Optional<OutboundMessage> message = message("message-1", template);
            if (message.isPresent()) {
                golden.assertSame(name, body(context(List.of(message.get()))));
            } else {
                assertFalse(golden.exists(name), () -> template + " is refused, and there is golden/" + name);
            }
        }
    }

    @Test
    void requestOfSeveralUseCasesIsTheGoldenOne() {
        List<OutboundMessage> together = new ArrayList<>();
        for (Template template : SampleTemplates.useCases()) {
            message("message-" + (together.size() + 1), template)
                    .filter(message ->
                            together.isEmpty() || channel.lane(together.get(0)).equals(channel.lane(message)))
                    .filter(message -> together.size() < channel.capabilities().batchSize())
                    .ifPresent(together::add);
        }
        Golden.of(getClass()).assertSame("use-cases/batch.json", body(context(together)));
    }

    private String body(EncodeContext context) {
        return new String(channel.encode(context).body(), StandardCharsets.UTF_8);
    }

    @Test
    void requestIsAlwaysTheSameForTheSameMessages() {
        for (OutboundMessage message : messages()) {
            EncodeContext context = context(List.of(message));
            WireRequest once = channel.encode(context);
            sameRequest(once, channel.encode(context));
            Contracts.race(
                    2,
                    2,
                    round -> racer -> channel.encode(context),
                    (int round, List<WireRequest> results) -> results.forEach(again -> sameRequest(once, again)));
        }
    }

    @Test
    void secretsStandInTheBodyOnly() {
        for (OutboundMessage message : messages()) {
            WireRequest request = channel.encode(context(List.of(message)));
            hidesSecretsAndPeople(request.target());
            hidesSecretsAndPeople(request.toString());
            hidesSecretsAndPeople(message.toString());
            hidesSecretsAndPeople(channel.lane(message));
            request.headers().forEach((name, value) -> {
                assertTrue(!value.contains(SampleMessages.CODE), () -> "the code stands in the header " + name);
                assertTrue(!value.contains(SampleMessages.TOKEN), () -> "the token stands in the header " + name);
            });
        }
    }

    @Test
    void requestGoesToTheAccountOrToADeclaredHost() {
        for (OutboundMessage message : messages()) {
            URI target = URI.create(channel.encode(context(List.of(message))).target());
            assertTrue(
                    !target.isAbsolute()
                            || channel.hosts().contains(target.getHost().toLowerCase(Locale.ROOT)),
                    () -> target.getHost() + " is not among the channel's hosts " + channel.hosts());
        }
    }

    @Test
    void credentialsStandInOneHeaderAndThoseOfTheAccountNowhere() {
        for (OutboundMessage message : messages()) {
            WireRequest request = channel.encode(context(List.of(message)));
            long headers = request.headers().keySet().stream()
                    .filter(name -> name.equalsIgnoreCase("authorization"))
                    .count();
            boolean absolute = URI.create(request.target()).isAbsolute();
            assertTrue(
                    headers <= (absolute ? 1 : 0),
                    () -> absolute
                            ? "there are several Authorization headers"
                            : "the Authorization header of the account is the core's business");
        }
    }

    @Test
    void requestIsTheSameInEveryLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (OutboundMessage message : messages()) {
            EncodeContext context = context(List.of(message));
            WireRequest once = channel.encode(context);
            try {
                for (String far : List.of("tr-TR", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                    Locale.setDefault(Locale.forLanguageTag(far));
                    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                    sameRequest(
                            once,
                            provider().create(new ChannelContext(options())).encode(context));
                }
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void jsonBodyIsJson() {
        for (OutboundMessage message : messages()) {
            WireRequest request = channel.encode(context(List.of(message)));
            boolean json = request.headers().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                    .anyMatch(
                            header -> header.getValue().toLowerCase(Locale.ROOT).contains("json"));
            assertTrue(
                    !json || Spoiled.isJson(request.body()),
                    () -> "the body for " + message.content().template().source() + " is no JSON");
        }
    }

    @Test
    void batchHasAllItsMessages() {
        EncodeContext context = batch();
        String body = body(context);
        for (OutboundMessage message : context.messages()) {
            assertTrue(!sendsMessageIds() || body.contains(message.id()), () -> message.id() + " is not in the body");
        }
    }

    @Test
    void laneIsAlwaysTheSame() {
        for (OutboundMessage message : messages()) {
            same(channel.lane(message), channel.lane(message), "the lane");
        }
    }
}
