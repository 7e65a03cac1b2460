package io.chatauth.channel.viber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Approval;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.SampleTemplates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViberTemplatesTest {
    private static final String ID = "6f1c2a0e-0000-0000-0000-000000000000";

    private final Channel channel =
            ViberSamples.FIXTURE.with(Map.of("registered-templates", "true")).channel();
    private final TemplateRegistry registry = channel.templateRegistry().orElseThrow();

    @Test
    void transactionalTemplateKeepsItsNamesAndHasItsNumberInTheText() {
        Exchange<RegisteredTemplate> exchange = create(channel, SampleTemplates.call());

        assertEquals(
                "POST /viber/1/senders/MyBank/templates", exchange.request().toString());
        ViberSamples.GOLDEN.assertSame("register-transactional.json", body(exchange));
    }

    @Test
    void codeIsCalledPinAndDoesNotStandAtTheEnd() {
        ViberSamples.GOLDEN.assertSame("register-otp.json", body(create(channel, SampleTemplates.code())));
        ViberSamples.GOLDEN.assertSame(
                "register-otp.json", body(create(ViberSamples.FIXTURE.channel(), SampleTemplates.code())));
    }

    @Test
    void templateWithoutPlaceholdersHasEmptyParameters() {
        assertTrue(body(create(channel, SampleTemplates.plain())).endsWith("\"params\":[]}"));
    }

    @Test
    void templateThatIsShownWithButtonsIsNotRegistered() {
        Channel free = ViberSamples.FIXTURE.channel();

        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class,
                () -> free.templateRegistry()
                        .orElseThrow()
                        .create("MyBank", free.adapt(ViberSamples.FIXTURE.id(), SampleTemplates.call())));

        assertTrue(refused.getMessage().contains("has no buttons"), refused.getMessage());
    }

    @Test
    void whatTheApiDoesNotTakeIsRefused() {
        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class,
                () -> create(
                        channel,
                        Template.named("code_again")
                                .language("zu")
                                .category(Category.AUTHENTICATION)
                                .body("{{code}} and {{pin}} are yours.")
                                .example("code", "x".repeat(126))
                                .build()));

        assertEquals(3, refused.reasons().size(), refused.getMessage());
    }

    @Test
    void templateIsReadWithItsState() {
        assertEquals(
                new RegisteredTemplate(ID, ID, "", Approval.State.PENDING, "PENDING")
                        .showing(TemplateContent.of(Map.of(
                                "category", "OTP",
                                "language", "en",
                                "text", "{{pin}} is your verification code."))),
                read(registry.get("MyBank", ID), ViberSamples.GOLDEN.text("template.json")));
        assertEquals(
                "GET /viber/1/senders/My%20Bank/templates/" + ID,
                registry.get("My Bank", ID).request().toString());
    }

    @Test
    void whatIsReadBackIsComparedWithWhatWouldBeRegistered() {
        TemplateContent there = read(registry.get("MyBank", ID), ViberSamples.GOLDEN.text("template.json"))
                .content()
                .orElseThrow();

        assertEquals(List.of(), there.differences(content(SampleTemplates.code())));
        assertEquals(
                List.of("text"),
                there
                        .differences(content(Template.named("login_code")
                                .category(Category.AUTHENTICATION)
                                .body("{{code}} is your code.")
                                .build()))
                        .stream()
                        .map(TemplateContent.Difference::part)
                        .toList());
    }

    private TemplateContent content(Template template) {
        return registry.content(channel.adapt(ViberSamples.FIXTURE.id(), template))
                .orElseThrow();
    }

    @Test
    void oneTemplateIsDeletedByItsId() {
        RegisteredTemplate template = new RegisteredTemplate(ID, ID, "", Approval.State.REJECTED, "");
        Exchange<RegisteredTemplate> exchange =
                registry.delete("MyBank", template).orElseThrow();

        assertEquals(
                "DELETE /viber/1/senders/MyBank/templates/" + ID,
                exchange.request().toString());
        assertEquals(template, exchange.decode().apply(WireResponse.of(204, Map.of(), new byte[0])));
    }

    @Test
    void listIsReadPageByPage() {
        Exchange<List<RegisteredTemplate>> first = registry.list("MyBank");
        assertEquals(
                "/viber/1/senders/MyBank/templates?page=0&size=100",
                first.request().target());
        assertEquals(
                List.of(Approval.State.APPROVED, Approval.State.REJECTED, Approval.State.UNKNOWN),
                read(first, ViberSamples.GOLDEN.text("templates.json")).stream()
                        .map(RegisteredTemplate::approval)
                        .toList());

        Exchange<List<RegisteredTemplate>> second = registry.next(
                        "MyBank", answer(ViberSamples.GOLDEN.text("templates.json")))
                .orElseThrow();
        assertEquals(
                "/viber/1/senders/MyBank/templates?page=1&size=100",
                second.request().target());
        assertEquals(
                Optional.empty(),
                registry.next(
                        "MyBank", answer("{\"templates\":[],\"paging\":{\"page\":1,\"size\":100,\"totalPages\":2}}")));
    }

    @Test
    void answerWithoutWhatMattersIsMalformed() {
        assertThrows(MalformedResponseException.class, () -> read(registry.get("MyBank", ID), "{}"));
        assertThrows(MalformedResponseException.class, () -> read(registry.list("MyBank"), "{}"));
    }

    private static Exchange<RegisteredTemplate> create(Channel channel, Template template) {
        return channel.templateRegistry()
                .orElseThrow()
                .create(ViberSamples.FIXTURE.sender(), channel.adaptRegistered(ViberSamples.FIXTURE.id(), template));
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
