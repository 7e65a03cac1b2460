package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.flow.LoginLink;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.spi.FlowPlan;
import io.chatauth.webhook.WebhookResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where links lead, and where people are sent after them. */
class LoginTargetTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private LoginLink request() {
        return LoginLink.to(World.PHONE).via("plain").purpose("login").binding(Browser.BINDING);
    }

    private Started start() {
        return start(request());
    }

    private Started start(LoginLink request) {
        Started started = world.engine.start(request.build());
        world.receipt(started);
        return started;
    }

    @Test
    void afterThePressTheBrowserIsSentOnAndAnotherIsNot() {
        start(request().next("/account/overview"));
        WebhookResponse on = Browser.home(world).press(Browser.path(world), "yes");
        Started second = start(request().next("https://app.example/welcome"));
        WebhookResponse stays =
                Browser.other(world).type(Browser.path(world), second.number().orElseThrow());

        assertEquals(303, on.status());
        assertEquals("/account/overview", on.headers().get("Location"));
        assertEquals("no-store", on.headers().get("Cache-Control"));
        assertEquals("no-referrer", on.headers().get("Referrer-Policy"));
        assertEquals(200, stays.status());
    }

    @Test
    void theFormMayLeadToTheTargetsOriginAndNowhereElse() {
        start(request().next("https://app.example/welcome"));
        String policy = Browser.home(world).get(Browser.path(world)).headers().get("Content-Security-Policy");

        assertTrue(policy.contains("; form-action 'self' https://app.example;"), policy);
        assertEquals(
                "https://app.example/welcome",
                Browser.home(world).press(Browser.path(world), "yes").headers().get("Location"));
    }

    @Test
    void aTargetThatIsNotAllowedIsRefusedAtTheStart() {
        RequestException e =
                assertThrows(RequestException.class, () -> start(request().next("https://evil.example/")));

        assertTrue(e.getMessage().contains("chatauth.page.next"), e.getMessage());
    }

    @Test
    void theOriginOfTheLinkIsNoMattersOfTheRequest() {
        start();
        String path = Browser.path(world);
        Browser lured = Browser.home(world)
                .with("Host", "evil.example")
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "http")
                .with("Forwarded", "host=evil.example;proto=http")
                .with("X-Original-URL", "https://evil.example/")
                .with("Origin", "https://evil.example");

        WebhookResponse page = lured.get(path);
        WebhookResponse done = lured.press(path, "yes");

        assertFalse((page.body() + page.headers() + done.body() + done.headers()).contains("evil"));
        assertTrue(world.wire.sent.get(0).contains("https://bank.example/chatauth/_page/"), world.wire.sent::toString);
        assertInstanceOf(String.class, page.headers().get("Content-Security-Policy"));
    }

    @Test
    void aFlowWithALinkAndNoPageIsRefusedWithTheNameOfTheProperty() {
        var request = request().build();
        var plan =
                FlowPlan.of("login_link", Duration.ofMinutes(5)).link("token").build();

        RequestException e =
                assertThrows(RequestException.class, () -> PlanRules.checkLink(request, plan, LinkSettings.NONE));

        assertTrue(e.getMessage().contains("chatauth.login-page"), e.getMessage());
    }
}
