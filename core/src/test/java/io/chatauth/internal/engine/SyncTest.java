package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.RequestException;
import io.chatauth.internal.sync.Planned;
import io.chatauth.internal.sync.Planner;
import io.chatauth.internal.sync.Runner;
import io.chatauth.internal.sync.Wish;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.RateLimit;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.sync.PlannedStep;
import io.chatauth.template.sync.PlannedStep.Action;
import io.chatauth.template.sync.SyncProgress;
import io.chatauth.template.sync.SyncProgress.Phase;
import io.chatauth.template.sync.SyncResult;
import io.chatauth.template.sync.SyncResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncTest {
    private static final String CODE = "verification_code";
    private static final String CARD = "card_activation";

    private final World world = new World();
    private final Shelf shelf = new Shelf();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<SyncProgress> told = new ArrayList<>();
    private Runnable whilePausing = () -> {};
    private final TemplateDesk desk = new TemplateDesk(world.engine, time -> {
        pauses.add(time);
        world.clock.advance(time);
        whilePausing.run();
    });

    SyncTest() {
        world.channel.registry = Optional.of(shelf);
        world.wire.provider = Optional.of(shelf::answer);
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        world.close();
    }

    @Test
    void aPlanReadsOnceAndWritesNothing() {
        List<Planned> plan = plan(List.of(CODE, CARD), List.of());

        assertTrue(plan.size() > 5, plan::toString);
        assertTrue(plan.stream().allMatch(step -> step.step().action() == Action.CREATE), plan::toString);
        assertEquals(List.of("GET /templates"), shelf.asked);
    }

    @Test
    void everyStateHasItsAction() {
        shelf.templates.put("1", new String[] {CODE, "en", "APPROVED", text("en")});
        shelf.templates.put("2", new String[] {CODE, "de", "REJECTED", "Anders"});
        shelf.templates.put("3", new String[] {CODE, "es", "DISABLED", text("es")});
        shelf.templates.put("4", new String[] {CODE, "ko", "PENDING", "other"});
        shelf.templates.put("5", new String[] {CODE, "vi", "PENDING", text("vi")});

        List<Planned> plan = plan(List.of(CODE), List.of("en", "de", "es", "ko", "vi", "th"));

        assertEquals(
                Map.of(
                        "en", Action.UNCHANGED,
                        "de", Action.DIFFERS,
                        "es", Action.WRONG_STATE,
                        "ko", Action.WRONG_STATE,
                        "vi", Action.UNCHANGED,
                        "th", Action.CREATE),
                plan.stream()
                        .collect(java.util.stream.Collectors.toMap(
                                step -> step.step().language(),
                                step -> step.step().action())));
        PlannedStep german = step(plan, "de");
        assertTrue(german.details().startsWith("REJECTED, observed at"), german.details());
        assertTrue(german.details().contains("body: registered 'Anders', here '"), german.details());
        assertTrue(
                step(plan, "ko").reason().contains("it is PENDING"),
                step(plan, "ko").reason());
    }

    @Test
    void applyingCreatesAndEditsAndTellsHowFarItIs() {
        shelf.templates.put("7", new String[] {CODE, "de", "REJECTED", "Anders"});
        List<Planned> plan = plan(List.of(CODE), List.of("en", "de"));

        SyncResult result = apply(plan);

        assertTrue(result.complete(), result::toString);
        assertEquals(
                List.of("1/2 BEGINS", "1/2 DONE", "2/2 BEGINS", "2/2 DONE"),
                told.stream()
                        .map(progress -> progress.number() + "/" + progress.of() + " " + progress.phase())
                        .toList());
        assertEquals(2, shelf.templates.size());
        assertEquals(text("de"), shelf.templates.get("7")[3]);
        assertTrue(plan(List.of(CODE), List.of("en", "de")).stream()
                .allMatch(step -> step.step().action() == Action.UNCHANGED));
    }

    @Test
    void afterAFailureTheRestGoesOnAndAnotherPlanHasWhatIsLeft() {
        shelf.spoil = answer -> answer.text().contains("|de|") ? WireResponse.of(500, Map.of(), new byte[0]) : answer;
        List<Planned> plan = plan(List.of(CODE), List.of("en", "de", "es"));

        SyncResult result = apply(plan);

        assertFalse(result.complete());
        assertEquals(
                List.of("de FAILED"),
                result.left().stream()
                        .map(step -> step.planned().language() + " " + step.outcome())
                        .toList());
        assertTrue(result.toString().contains("was refused: 500"), result::toString);

        shelf.templates.values().removeIf(fields -> fields[1].equals("de"));
        shelf.spoil = answer -> answer;
        List<Planned> again = plan(List.of(CODE), List.of("en", "de", "es"));
        assertEquals(
                List.of("de"),
                again.stream()
                        .filter(step -> step.step().action().writes())
                        .map(step -> step.step().language())
                        .toList());
        assertTrue(apply(again).complete());
    }

    @Test
    void refusedCredentialsEndTheChannelsWrites() {
        List<Planned> plan = plan(List.of(CODE), List.of("en", "de", "es"));
        shelf.asked.clear();
        shelf.spoil = answer -> WireResponse.of(403, Map.of(), new byte[0]);

        SyncResult result = apply(plan);

        assertEquals(1, shelf.asked.size());
        assertEquals(
                List.of(Outcome.FAILED, Outcome.NOT_DONE, Outcome.NOT_DONE),
                result.steps().stream().map(SyncResult.Step::outcome).toList());
        assertEquals(3, result.left().size());
    }

    @Test
    void writesStayInsideHalfOfTheDeclaredLimit() {
        world.channel.operations = List.of(ApiOperation.of(Kind.CREATE_TEMPLATE, "POST /templates")
                .limited(new RateLimit(4, Duration.ofHours(1))));
        List<Planned> plan = plan(List.of(CODE), List.of("en", "de", "es", "ko", "vi"));

        SyncResult result = apply(plan);

        assertTrue(result.complete());
        assertEquals(List.of(Duration.ofHours(1), Duration.ofHours(1)), pauses);
        assertEquals(
                List.of("3600 s for the provider's rate limit", "3600 s for the provider's rate limit"),
                told.stream()
                        .filter(progress -> progress.phase() == Phase.WAITS)
                        .map(SyncProgress::text)
                        .toList());
    }

    @Test
    void aBusyProviderIsAskedAgainLater() {
        List<Planned> plan = plan(List.of(CODE), List.of("en"));
        shelf.spoil = answer -> pauses.size() < 2 ? WireResponse.of(429, Map.of(), new byte[0]) : answer;

        assertTrue(apply(plan).complete());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
    }

    @Test
    void aLostAnswerIsLookedUp() {
        List<Planned> plan = plan(List.of(CODE), List.of("en"));
        shelf.spoil = answer -> {
            shelf.spoil = later -> later;
            throw new io.chatauth.TransportException("the connection broke", true, null);
        };

        SyncResult result = apply(plan);

        assertTrue(result.complete(), result::toString);
        assertTrue(result.toString().contains("the answer was lost, but the template is there"), result::toString);
        assertEquals(1, shelf.templates.size());
    }

    @Test
    void anInterruptedThreadLeavesTheRestForAnotherPlan() {
        world.channel.operations = List.of(ApiOperation.of(Kind.CREATE_TEMPLATE, "POST /templates")
                .limited(new RateLimit(2, Duration.ofHours(1))));
        List<Planned> plan = plan(List.of(CODE), List.of("en", "de", "es"));
        whilePausing = () -> Thread.currentThread().interrupt();

        SyncResult result = apply(plan);

        assertEquals(
                List.of(Outcome.DONE, Outcome.FAILED, Outcome.NOT_DONE),
                result.steps().stream().map(SyncResult.Step::outcome).toList());
        assertEquals(1, shelf.templates.size());
    }

    @Test
    void aListenerThatThrowsHarmsNothing() {
        List<Planned> plan = plan(List.of(CODE), List.of("en"));

        SyncResult result = new Runner(desk, plan, progress -> {
                    throw new IllegalStateException("deaf");
                })
                .run();

        assertTrue(result.complete());
    }

    @Test
    void whatIsRegisteredStaysIfOnlyTheMissingWasAskedFor() {
        shelf.templates.put("7", new String[] {CODE, "de", "APPROVED", "Anders"});

        List<Planned> plan =
                new Planner(desk).plan(new Wish(List.of(World.plain()), List.of(CODE), List.of("de", "en"), true));

        assertEquals(Action.WRONG_STATE, step(plan, "de").action());
        assertEquals(Action.CREATE, step(plan, "en").action());
    }

    @Test
    void aChannelWithoutRegistryIsForPeople() {
        world.channel.registry = Optional.empty();

        List<Planned> plan = plan(List.of(CARD), List.of());

        assertEquals(Action.BY_HAND, plan.get(0).step().action());
        assertEquals(Outcome.NOTHING_TO_DO, apply(plan).steps().get(0).outcome());
    }

    @Test
    void byDefaultOnlyChannelsThatNeedApprovalArePlanned() {
        assertEquals(List.of(), new Planner(desk).plan(new Wish(List.of(), List.of(), List.of(), false)));
    }

    @Test
    void anUnknownNameOrLanguageIsAnError() {
        assertThrows(RequestException.class, () -> plan(List.of("nothing"), List.of()));
        RequestException refused = assertThrows(RequestException.class, () -> plan(List.of(CARD), List.of("xx")));
        assertTrue(refused.getMessage().contains("no template to bring there is in 'xx'"), refused.getMessage());
    }

    @Test
    void aTemplateKnownByAnotherKeyIsFoundByItsTextAndWantsABinding() {
        shelf.templates.put("7", new String[] {"shelf-7", "en", "APPROVED", text("en")});
        shelf.named = false;

        PlannedStep step = step(plan(List.of(CODE), List.of("en")), "en");

        assertEquals(Action.UNCHANGED, step.action());
        assertEquals("bind its key: chatauth.template.plain.verification_code.en=shelf-7", step.reason());
    }

    private List<Planned> plan(List<String> names, List<String> languages) {
        return new Planner(desk).plan(new Wish(List.of(World.plain()), names, languages, false));
    }

    private SyncResult apply(List<Planned> plan) {
        return new Runner(desk, plan, told::add).run();
    }

    private static PlannedStep step(List<Planned> plan, String language) {
        return plan.stream()
                .map(Planned::step)
                .filter(step -> step.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private String text(String language) {
        return Shelf.text(desk.local(World.plain(), CODE, Optional.of(io.chatauth.Language.of(language)))
                .adapted());
    }
}
