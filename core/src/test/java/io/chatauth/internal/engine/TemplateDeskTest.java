package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ApiException;
import io.chatauth.DeleteAllLanguages;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.Language;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent.TemplateApprovalChanged;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Approval;
import io.chatauth.template.Approval.State;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.TemplateChanged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplateDeskTest {
    private static final String CARD = "card_activation";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world = new World();
    private final Shelf shelf = new Shelf();
    private final List<Duration> pauses = new ArrayList<>();
    private Runnable whilePausing = () -> {};
    private final TemplateDesk desk = new TemplateDesk(world.engine, time -> {
        pauses.add(time);
        world.clock.advance(time);
        whilePausing.run();
    });

    TemplateDeskTest() {
        world.channel.registry = Optional.of(shelf);
        world.wire.provider =
                Optional.of(request -> request.target().startsWith("/templates") ? shelf.answer(request) : accepted());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCreatedTemplateIsRefusedUntilItIsApproved() {
        desk.create(card());

        RequestException refused = assertThrows(
                RequestException.class, () -> world.engine.start(world.notice().build()));
        assertTrue(
                refused.getMessage().contains("is PENDING")
                        && refused.getMessage().contains("wait for its approval"),
                refused.getMessage());

        shelf.decide(CARD, State.APPROVED);
        assertEquals(State.APPROVED, desk.approval(card()).state());
        assertDoesNotThrow(() -> world.engine.start(world.notice().build()));
    }

    @Test
    void aWebhookEndsTheWaitEarly() {
        desk.create(card());
        whilePausing = () -> {
            if (pauses.size() == 3) {
                told(new TemplateChanged.Status(State.APPROVED, "APPROVED"));
            }
        };

        Approval approval = desk.awaitApproval(card(), Duration.ofMinutes(10), Duration.ofHours(1));

        assertEquals(State.APPROVED, approval.state());
        assertEquals(3, pauses.size());
        assertEquals(1, count("GET /templates"));
    }

    @Test
    void theWaitEndsWithItsTime() {
        desk.create(card());

        Approval approval = desk.awaitApproval(card(), SECOND, Duration.ofSeconds(10));

        assertEquals(State.PENDING, approval.state());
        assertEquals(11, count("GET /templates"), "at once, every second, and at the end");
    }

    @Test
    void whoMayNotReadTemplatesWaitsForTheWebhookOnly() {
        desk.create(card());
        world.channel.operations =
                List.of(ApiOperation.of(Kind.LIST_TEMPLATES, "GET /templates", "plain:read", "plain:manage"));
        shelf.spoil = answer -> WireResponse.of(403, Map.of(), new byte[0]);

        ApiException refused = assertThrows(ApiException.class, () -> desk.approval(card()));
        assertTrue(
                refused.getMessage().contains("the credentials need plain:read or plain:manage"), refused.getMessage());
        assertEquals(
                State.PENDING,
                desk.awaitApproval(card(), SECOND, Duration.ofSeconds(5)).state());
        assertEquals(2, count("GET /templates"));
    }

    @Test
    void aTemplateThatIsNotThereIsUnknown() {
        desk.create(card());
        shelf.templates.clear();

        assertEquals(State.UNKNOWN, desk.approval(card()).state());
        assertEquals(
                State.UNKNOWN, world.await(TemplateApprovalChanged.class).now().state());
        assertDoesNotThrow(() -> world.engine.start(world.notice().build()));
    }

    @Test
    void aTextThatDiffersFromTheRegisteredOneIsNotSent() {
        shelf.templates.put("7", new String[] {CARD, "en", "APPROVED", "Hi {{name}}, do call."});
        desk.list(World.plain());

        RequestException refused = assertThrows(
                RequestException.class, () -> world.engine.start(world.notice().build()));

        assertTrue(
                refused.getMessage().contains("body: registered 'Hi {{name}}, do call.', here 'Hi {{name}}, please"),
                refused.getMessage());
    }

    @Test
    void howTheProviderWritesWhatWasRegisteredIsNoDifference() {
        desk.create(card());
        desk.list(World.plain());
        shelf.spoil = answer -> WireResponse.of(
                200, Map.of(), answer.text().replace("please", "PLEASE").getBytes(StandardCharsets.UTF_8));
        shelf.templates.clear();
        desk.create(card());
        shelf.decide(CARD, State.APPROVED);
        desk.list(World.plain());

        assertDoesNotThrow(() -> world.engine.start(world.notice().build()));
    }

    @Test
    void anEditCountsUnlessItWasRefused() {
        desk.create(card());
        shelf.decide(CARD, State.APPROVED);
        shelf.spoil =
                answer -> answer.text().contains("PENDING") ? WireResponse.of(400, Map.of(), new byte[0]) : answer;
        assertThrows(ApiException.class, () -> desk.edit(card()));
        shelf.spoil = answer -> answer;
        shelf.decide(CARD, State.APPROVED);
        desk.edit(card());
        shelf.decide(CARD, State.APPROVED);

        RequestException refused = assertThrows(RequestException.class, () -> desk.edit(card()));
        assertTrue(refused.getMessage().contains("which is 1 in 1 d"), refused.getMessage());
        world.clock.advance(Duration.ofDays(1));
        assertDoesNotThrow(() -> desk.edit(card()));
    }

    @Test
    void oneLanguageIsNotDeletedWhereAllWouldGo() {
        desk.create(card());
        shelf.templates.put("7", new String[] {CARD, "de", "APPROVED", "Hallo"});

        RequestException refused = assertThrows(RequestException.class, () -> desk.delete(card()));
        assertTrue(
                refused.getMessage().contains("there in en, de")
                        && refused.getMessage().contains("new DeleteAllLanguages(\"card_activation\")"),
                refused.getMessage());
        assertEquals(2, shelf.templates.size());

        desk.delete(World.plain(), new DeleteAllLanguages(CARD));

        assertEquals(Map.of(), shelf.templates);
        assertTrue(assertThrows(
                        RequestException.class,
                        () -> world.engine.start(world.notice().build()))
                .getMessage()
                .contains("DISABLED (deleted)"));
        assertThrows(RequestException.class, () -> desk.delete(World.plain(), new DeleteAllLanguages(CARD)));
    }

    @Test
    void whereEachLanguageIsDeletedAloneAllAreDeletedOneByOne() {
        shelf.oneByOne = true;
        desk.create(desk.local(World.plain(), "verification_code", Optional.of(Language.of("en"))));
        desk.create(desk.local(World.plain(), "verification_code", Optional.of(Language.of("de"))));
        desk.create(card());
        desk.delete(card());
        assertEquals(2, shelf.templates.size());

        desk.delete(World.plain(), new DeleteAllLanguages("verification_code"));

        assertEquals(List.of("DELETE /templates/3", "DELETE /templates/1", "DELETE /templates/2"), asked("DELETE"));
        assertEquals(Map.of(), shelf.templates);
    }

    @Test
    void aReportThatATemplateIsInvalidMakesItUnknown() {
        approve();
        Started started = world.engine.start(world.notice().build());
        world.receipt(started);

        report(started, "7009 EC_INVALID_TEMPLATE");

        TemplateApprovalChanged changed = world.await(TemplateApprovalChanged.class);
        while (changed.now().state() != State.UNKNOWN) {
            changed = world.await(TemplateApprovalChanged.class);
        }
        assertEquals(State.APPROVED, changed.before());
        assertEquals("card_activation en", changed.template() + " " + changed.language());
        assertEquals("7009 EC_INVALID_TEMPLATE not there", changed.now().detail());
        assertEquals(State.UNKNOWN, desk.known(card()).state());
    }

    @Test
    void whatFailsOverSomethingElseChangesNothing() {
        approve();
        Started started = world.engine.start(world.notice().build());
        world.receipt(started);

        world.engine.take(
                World.plain(),
                new Report(
                        started.id() + "-0-0",
                        MessageStatus.FAILED,
                        Optional.empty(),
                        Optional.of(new DeliveryFailure(FailureReason.BLOCKED, "7003 EC_BLOCKED_USER", ""))));

        assertEquals(State.APPROVED, desk.known(card()).state());
    }

    @Test
    void anAnswerThatATemplateIsInvalidMakesItUnknown() {
        approve();
        world.wire.provider = Optional.of(request -> WireResponse.of(
                400,
                Map.of(),
                "{\"errorCode\":\"EC_INVALID_TEMPLATE_ARGS\",\"description\":\"\",\"action\":\"\",\"violations\":[],\"resources\":[]}"
                        .getBytes(StandardCharsets.UTF_8)));

        Receipt receipt = world.receipt(world.engine.start(world.notice().build()));

        assertInstanceOf(Receipt.Refused.class, receipt);
        assertEquals(State.UNKNOWN, desk.known(card()).state());
    }

    private void approve() {
        desk.create(card());
        shelf.decide(CARD, State.APPROVED);
        desk.approval(card());
    }

    private void report(Started started, String code) {
        world.engine.take(
                World.plain(),
                new Report(
                        started.id() + "-0-0",
                        MessageStatus.FAILED,
                        Optional.empty(),
                        Optional.of(new DeliveryFailure(FailureReason.TEMPLATE, code, "not there"))));
    }

    private void told(TemplateChanged.Change change) {
        world.engine.take(World.plain(), new TemplateChanged("1", CARD, "en", Optional.empty(), change));
    }

    private LocalTemplate card() {
        return desk.local(World.plain(), CARD, Optional.empty());
    }

    private long count(String request) {
        return shelf.asked.stream().filter(request::equals).count();
    }

    private List<String> asked(String method) {
        return shelf.asked.stream()
                .filter(request -> request.startsWith(method))
                .toList();
    }

    private static WireResponse accepted() {
        return WireResponse.of(200, Map.of(), new byte[0]);
    }
}
