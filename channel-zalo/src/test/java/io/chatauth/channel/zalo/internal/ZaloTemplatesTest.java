package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.SampleTemplates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZaloTemplatesTest {
    private static final Template CARD = Template.named("card_activation")
            .header("Your card is ready")
            .body("Hi {{name}}, please give us a call to activate your card.\n\nWe are here day and night.")
            .button(new Button.CallPhone("Contact Us", "+441123456789"))
            .example("name", "Lan")
            .build();
    private static final Template LINK = Template.named("login_link")
            .header("Log on to {{bank}}")
            .body("Use the button below, {{name}}. Your number is {{card}}.")
            .button(new Button.OpenUrl("Log on", "https://bank.example/l/{{token}}"))
            .button(new Button.CopyCode("Copy number", "card"))
            .example("card", "4711")
            .build();

    private final Channel channel = ZaloSamples.FIXTURE
            .with(Map.of("logo-light", "media-1", "logo-dark", "media-2"))
            .channel();
    private final TemplateRegistry registry = channel.templateRegistry().orElseThrow();

    @Test
    void transactionHasTitleParagraphsAndACallButton() {
        Exchange<RegisteredTemplate> exchange = create(ZaloSamples.FIXTURE.channel(), CARD);

        assertEquals(
                "POST /zalo/2/sender/1234567890123456789/templates",
                exchange.request().toString());
        ZaloSamples.GOLDEN.assertSame("register-custom.json", body(exchange));
    }

    @Test
    void linkAndCopyButtonTakeParameters() {
        ZaloSamples.GOLDEN.assertSame("register-link.json", body(create(channel, LINK)));
    }

    @Test
    void authenticationHasLogoCodeAndWarning() {
        ZaloSamples.GOLDEN.assertSame("register-authentication.json", body(create(channel, SampleTemplates.code())));
    }

    @Test
    void rejectedTemplateIsEditedByItsNumberAndNoOther() {
        AdaptedTemplate template = channel.adapt(ZaloSamples.FIXTURE.id(), SampleTemplates.code());
        Exchange<RegisteredTemplate> exchange = registry.edit(
                        ZaloSamples.FIXTURE.sender(), registered(Approval.State.REJECTED), template)
                .orElseThrow();

        assertEquals(
                "PUT /zalo/2/sender/1234567890123456789/templates",
                exchange.request().toString());
        ZaloSamples.GOLDEN.assertSame("register-edit.json", body(exchange));
        assertEquals(
                Approval.State.PENDING,
                read(exchange, ZaloSamples.GOLDEN.text("created.json")).approval());
        assertThrows(
                TemplateRefusedException.class,
                () -> registry.edit(ZaloSamples.FIXTURE.sender(), registered(Approval.State.APPROVED), template));
    }

    private static RegisteredTemplate registered(Approval.State state) {
        return new RegisteredTemplate("322308", "322308", "", state, "");
    }

    @Test
    void anotherTextGivesAnotherContent() {
        AdaptedTemplate card = channel.adapt(ZaloSamples.FIXTURE.id(), CARD);
        AdaptedTemplate link = channel.adapt(ZaloSamples.FIXTURE.id(), LINK);
        AdaptedTemplate code = channel.adapt(ZaloSamples.FIXTURE.id(), SampleTemplates.code());

        assertEquals(registry.content(card), registry.content(card));
        assertNotEquals(registry.content(card), registry.content(link));
        assertEquals(
                List.of("category", "code", "security warning"),
                List.copyOf(registry.content(code).orElseThrow().parts().keySet()));
    }

    @Test
    void quotaIsToldInWords() {
        Exchange<String> exchange = registry.quota(ZaloSamples.FIXTURE.sender()).orElseThrow();

        assertEquals(
                "/zalo/1/sender/1234567890123456789/quota", exchange.request().target());
        assertEquals(
                "493 of 500 messages are left today",
                read(exchange, "{\"dailyQuota\":500,\"remainingDailyQuota\":493}"));
        assertThrows(MalformedResponseException.class, () -> read(exchange, "{}"));
    }

    @Test
    void createdTemplateIsKnownByItsNumber() {
        assertEquals(
                new RegisteredTemplate("322308", "322308", "", Approval.State.PENDING, "PENDING_REVIEW")
                        .named("login_code"),
                read(create(channel, SampleTemplates.code()), ZaloSamples.GOLDEN.text("created.json")));
    }

    @Test
    void templateIsReadWithItsStateAndReason() {
        assertEquals(
                new RegisteredTemplate("322308", "322308", "", Approval.State.REJECTED, "REJECT: The title is too long")
                        .named("login_code"),
                read(registry.get(ZaloSamples.FIXTURE.sender(), "322308"), ZaloSamples.GOLDEN.text("template.json")));
        assertEquals(
                "GET /zalo/1/sender/1234567890123456789/templates/322308",
                registry.get(ZaloSamples.FIXTURE.sender(), "322308").request().toString());
    }

    @Test
    void listIsReadPageByPageInBothSpellings() {
        Exchange<List<RegisteredTemplate>> first = registry.list(ZaloSamples.FIXTURE.sender());
        assertEquals(
                "/zalo/1/sender/1234567890123456789/templates?page=0&size=100",
                first.request().target());
        assertEquals(
                List.of(
                        Approval.State.APPROVED,
                        Approval.State.APPROVED,
                        Approval.State.PENDING,
                        Approval.State.REJECTED,
                        Approval.State.DISABLED,
                        Approval.State.UNKNOWN),
                read(first, ZaloSamples.GOLDEN.text("templates.json")).stream()
                        .map(RegisteredTemplate::approval)
                        .toList());

        assertEquals(
                "/zalo/1/sender/1234567890123456789/templates?page=1&size=100",
                registry.next(ZaloSamples.FIXTURE.sender(), answer(ZaloSamples.GOLDEN.text("templates.json")))
                        .orElseThrow()
                        .request()
                        .target());
        assertEquals(Optional.empty(), registry.next(ZaloSamples.FIXTURE.sender(), answer("{\"results\":[]}")));
    }

    @Test
    void answerWithoutWhatMattersIsMalformed() {
        assertThrows(
                MalformedResponseException.class, () -> read(registry.get(ZaloSamples.FIXTURE.sender(), "1"), "{}"));
        assertThrows(MalformedResponseException.class, () -> read(registry.list(ZaloSamples.FIXTURE.sender()), "{}"));
    }

    private static Exchange<RegisteredTemplate> create(Channel channel, Template template) {
        return channel.templateRegistry()
                .orElseThrow()
                .create(ZaloSamples.FIXTURE.sender(), channel.adapt(ZaloSamples.FIXTURE.id(), template));
    }

    private static String body(Exchange<?> exchange) {
        return new String(exchange.request().body(), StandardCharsets.UTF_8);
    }

    private static <T> T read(Exchange<T> exchange, String body) {
        return exchange.decode().apply(answer(body));
    }

    private static WireResponse answer(String body) {
        return WireResponse.of(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
