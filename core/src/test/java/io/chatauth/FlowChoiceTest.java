package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ProviderJars.Content;
import io.chatauth.internal.catalog.TemplateCatalog;
import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.Verdict;
import io.chatauth.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowChoiceTest {
    private static final FlowId LOGIN = FlowId.of("login-link");

    @TempDir
    Path work;

    private record Fixed(AuthFlow flow) implements AuthFlowProvider {
        @Override
        public FlowId id() {
            return LOGIN;
        }

        @Override
        public AuthFlow create(FlowContext context) {
            context.options().number("length", 6, 4, 10);
            return flow;
        }
    }

    private static final class Silent implements AuthFlow {
        @Override
        public FlowPlan prepare(ChallengeRequest request) {
            return FlowPlan.of("t", Duration.ofMinutes(5)).build();
        }

        @Override
        public Verdict evaluate(AnswerContext context) {
            return Verdict.deny();
        }
    }

    private static ChatAuthBuilder builder() {
        return new ChatAuthBuilder()
                .baseUrl("http://localhost:1")
                .apiKey(Secret.of("k"))
                .channel(FakeChannel.provider("alpha"))
                .sender("alpha", "1");
    }

    private static Wish.BuiltIn builtIn(AuthFlow flow) {
        return new Wish.BuiltIn(List.of(new Fixed(flow)), List.of());
    }

    @Test
    void builtInFlowsAreThereWithoutDiscovery() {
        Silent own = new Silent();
        Resolved resolved = builder().resolve(builtIn(own));

        assertSame(own, resolved.flows().get(LOGIN));
        assertEquals("built in", resolved.discovery().loaded().get(1).note());
        assertEquals(
                "There is no flow 'login-lnk'. Flows that are here: login-link. Did you mean 'login-link'? Add the module"
                        + " that has it, or give its provider with flow(…).",
                assertThrows(RequestException.class, () -> resolved.flows().get(FlowId.of("login-lnk")))
                        .getMessage());
    }

    @Test
    void aGivenFlowReplacesABuiltInOne() {
        Silent mine = new Silent();
        Resolved resolved = builder().flow(new Fixed(mine)).resolve(builtIn(new Silent()));

        assertEquals(List.of(), resolved.problems());
        assertSame(mine, resolved.flows().get(LOGIN));
        assertEquals(1, resolved.discovery().replaced().size());
    }

    @Test
    void aDiscoveredFlowCannotTakeAnIdOfOurs() throws IOException {
        try (ProviderJars jars = new ProviderJars(work)) {
            Path jar = jars.jar(
                    "f",
                    new Content()
                            .source(
                                    "f.Imposter",
                                    "package f; public class Imposter implements io.chatauth.spi.AuthFlowProvider {"
                                            + " public io.chatauth.FlowId id() { return io.chatauth.FlowId.of(\"login-link\"); }"
                                            + " public io.chatauth.spi.AuthFlow create(io.chatauth.spi.FlowContext context) {"
                                            + " throw new IllegalStateException(); } }")
                            .file(ProviderJars.FLOWS, "f.Imposter\n"));
            Silent own = new Silent();

            Resolved resolved = builder().discover(jars.loader(jar)).resolve(builtIn(own));

            assertEquals(
                    List.of("the flow id 'login-link' belongs to ChatAuth itself, but was taken by f.Imposter (" + jar
                            + "); give it another id, exclude(\"f.Imposter\"), or give it with flow(…) if it shall replace"
                            + " the built-in one"),
                    resolved.problems());
            assertSame(own, resolved.flows().get(LOGIN));
        }
    }

    @Test
    void optionsOfFlowsAreChecked() {
        List<String> problems = builder()
                .property("chatauth.flow.login-link.length", "3")
                .resolve(builtIn(new Silent()))
                .problems();

        assertEquals(
                List.of(
                        "flow 'login-link': chatauth.flow.login-link.length is '3', expected a whole number from 4 to 10"),
                problems);
    }

    @Test
    void aTemplateOfOnesOwnReplacesTheBuiltInOneOfItsLanguageOnly() {
        Wish.BuiltIn builtIn = new Wish.BuiltIn(
                List.of(),
                List.of(new BuiltInTemplates(List.of(
                        Template.named("code").body("built in").build(),
                        Template.named("code").language("de").body("eingebaut").build()))));

        Resolved resolved =
                builder().template(Template.named("code").body("mine").build()).resolve(builtIn);

        assertEquals(List.of(), resolved.problems());
        assertEquals(
                List.of("mine", "eingebaut"),
                TemplateCatalog.of(resolved.templates(), new java.util.ArrayList<>()).entries().stream()
                        .map(entry -> entry.template().body())
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertTrue(resolved.discovery().toString().contains("templates built-in"));
    }

    private record BuiltInTemplates(List<Template> templates) implements io.chatauth.spi.TemplateProvider {
        @Override
        public String id() {
            return "built-in";
        }
    }
}
