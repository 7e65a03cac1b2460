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
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZaloTemplatesTest {
    private final Channel channel = ZaloSamples.channel(Map.of("logo-light", "media-1", "logo-dark", "media-2"));
    private final TemplateRegistry registry = channel.templateRegistry().orElseThrow();

    @Test
    void transactionHasTitleParagraphsAndACallButton() {
        Exchange<RegisteredTemplate> exchange = create(ZaloSamples.channel(), ZaloSamples.cardActivation());

        assertEquals(
                "POST /zalo/2/sender/1234567890123456789/templates",
                exchange.request().toString());
        assertEquals(Golden.text("register-custom.json"), body(exchange));
    }

    @Test
    void linkAndCopyButtonTakeParameters() {
        assertEquals(Golden.text("register-link.json"), body(create(channel, ZaloSamples.loginLink())));
    }

    @Test
    void authenticationHasLogoCodeAndWarning() {
        assertEquals(Golden.text("register-authentication.json"), body(create(channel, ZaloSamples.loginCode())));
    }

    @Test
    void rejectedTemplateIsEditedByItsNumberAndNoOther() {
        AdaptedTemplate template = channel.adapt(ZaloSamples.ID, ZaloSamples.loginCode());
        Exchange<RegisteredTemplate> exchange = registry.edit(
                        ZaloSamples.SENDER, registered(Approval.State.REJECTED), template)
                .orElseThrow();

        assertEquals(
                "PUT /zalo/2/sender/1234567890123456789/templates",
                exchange.request().toString());
        assertEquals(Golden.text("register-edit.json"), body(exchange));
        assertEquals(
                Approval.State.PENDING,
                read(exchange, Golden.text("created.json")).approval());
        assertThrows(
                TemplateRefusedException.class,
                () -> registry.edit(ZaloSamples.SENDER, registered(Approval.State.APPROVED), template));
    }

    private static RegisteredTemplate registered(Approval.State state) {
        return new RegisteredTemplate("322308", "322308", "", state, "");
    }

    @Test
    void anotherTextGivesAnotherContent() {
        AdaptedTemplate card = channel.adapt(ZaloSamples.ID, ZaloSamples.cardActivation());
        AdaptedTemplate link = channel.adapt(ZaloSamples.ID, ZaloSamples.loginLink());
        AdaptedTemplate code = channel.adapt(ZaloSamples.ID, ZaloSamples.loginCode());

        assertEquals(registry.content(card), registry.content(card));
        assertNotEquals(registry.content(card), registry.content(link));
        assertEquals(
                List.of("category", "code", "security warning"),
                List.copyOf(registry.content(code).orElseThrow().parts().keySet()));
    }

    @Test
    void quotaIsToldInWords() {
        Exchange<String> exchange = registry.quota(ZaloSamples.SENDER).orElseThrow();

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
                read(create(channel, ZaloSamples.loginCode()), Golden.text("created.json")));
    }

    @Test
    void templateIsReadWithItsStateAndReason() {
        assertEquals(
                new RegisteredTemplate("322308", "322308", "", Approval.State.REJECTED, "REJECT: The title is too long")
                        .named("login_code"),
                read(registry.get(ZaloSamples.SENDER, "322308"), Golden.text("template.json")));
        assertEquals(
                "GET /zalo/1/sender/1234567890123456789/templates/322308",
                registry.get(ZaloSamples.SENDER, "322308").request().toString());
    }

    @Test
    void listIsReadPageByPageInBothSpellings() {
        Exchange<List<RegisteredTemplate>> first = registry.list(ZaloSamples.SENDER);
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
                read(first, Golden.text("templates.json")).stream()
                        .map(RegisteredTemplate::approval)
                        .toList());

        assertEquals(
                "/zalo/1/sender/1234567890123456789/templates?page=1&size=100",
                registry.next(ZaloSamples.SENDER, answer(Golden.text("templates.json")))
                        .orElseThrow()
                        .request()
                        .target());
        assertEquals(Optional.empty(), registry.next(ZaloSamples.SENDER, answer("{\"results\":[]}")));
    }

    @Test
    void answerWithoutWhatMattersIsMalformed() {
        assertThrows(MalformedResponseException.class, () -> read(registry.get(ZaloSamples.SENDER, "1"), "{}"));
        assertThrows(MalformedResponseException.class, () -> read(registry.list(ZaloSamples.SENDER), "{}"));
    }

    private static Exchange<RegisteredTemplate> create(Channel channel, Template template) {
        return channel.templateRegistry()
                .orElseThrow()
                .create(ZaloSamples.SENDER, channel.adapt(ZaloSamples.ID, template));
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
