package io.chatauth.internal.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.ApiException;
import io.chatauth.ChannelId;
import io.chatauth.RequestException;
import io.chatauth.Secret;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.Subscribable.Event;
import io.chatauth.webhook.ProviderSecurity;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookStep;
import io.chatauth.webhook.WebhookStep.Action;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WebhookDeskTest {
    private static final String CANARY = "canary-0123456789";
    private static final URI BASE = URI.create("https://bank.example/chatauth/");
    private static final String MARK = new Names(BASE).security().substring("chatauth-".length());
    private static final String SECURITY = "/subscriptions/1/security/chatauth-" + MARK;
    private static final String PROFILE = "/subscriptions/1/profiles/chatauth-plain-" + MARK;
    private static final String SUBSCRIPTION = "/subscriptions/1/subscription/PLAIN/chatauth-plain-" + MARK;
    private static final ProviderSecurity HMAC =
            WebhookAuth.hmac("X-Signature", Secret.of(CANARY)).atProvider();

    private final FakeAccount account = new FakeAccount();

    private static Wish plain() {
        return new Wish(
                ChannelId.of("plain"),
                Optional.of(new Subscribable("PLAIN", Set.of(Event.DELIVERY, Event.INBOUND), List.of("PLAIN"))),
                false,
                List.of("441134960000"));
    }

    private WebhookDesk desk(ProviderSecurity... ways) {
        return desk(Optional.of(BASE), List.of(plain()), ways);
    }

    private WebhookDesk desk(Optional<URI> base, List<Wish> wishes, ProviderSecurity... ways) {
        return new WebhookDesk(account, Duration.ofSeconds(1), base, List.of(ways), wishes);
    }

    private static String actions(List<WebhookStep> steps) {
        return steps.stream()
                .map(step -> step.action().inWords() + " " + step.kind().inWords())
                .collect(Collectors.joining(", "));
    }

    private void apply(WebhookDesk desk) {
        desk.apply(desk.plan());
    }

    @Test
    void anEmptyAccountGetsAllAndTheSecondPlanIsUnchanged() {
        WebhookDesk desk = desk(HMAC);
        List<WebhookStep> plan = desk.plan();
        assertEquals("create security, create profile, create subscription, create inbound", actions(plan));
        assertEquals(List.of(), account.writes, "a plan writes nothing");

        desk.apply(plan);
        assertEquals(
                List.of(
                        "POST /subscriptions/1/security",
                        "POST /subscriptions/1/profiles",
                        "POST /subscriptions/1/subscription/PLAIN",
                        "POST /resource-management/1/inbound-message-configurations"),
                account.writes);
        assertEquals(
                FakeAccount.json("{'type':'HMAC','credentials':{'secretKey':'" + CANARY
                        + "','algorithm':'HMAC_SHA_256'},'authId':'chatauth-" + MARK + "'}"),
                account.things.get(SECURITY));
        assertEquals(
                FakeAccount.json("{'profileId':'chatauth-plain-" + MARK
                        + "','webhook':{'notifyUrl':'https://bank.example/chatauth/plain','contentType':'application/json'},"
                        + "'security':{'authId':'chatauth-" + MARK + "'}}"),
                account.things.get(PROFILE));
        assertEquals(
                FakeAccount.json("{'subscriptionId':'chatauth-plain-" + MARK
                        + "','name':'ChatAuth plain','events':['DELIVERY','INBOUND_MESSAGE'],'resources':['441134960000'],"
                        + "'profile':{'profileId':'chatauth-plain-" + MARK + "'}}"),
                account.things.get(SUBSCRIPTION));
        assertEquals(List.of(FakeAccount.json("{'channel':'PLAIN','number':'441134960000'}")), account.inbound);

        assertEquals(
                "unchanged security, unchanged profile, unchanged subscription, unchanged inbound",
                actions(desk.plan()));
        apply(desk);
        assertEquals(4, account.writes.size(), "and writes nothing");
    }

    @Test
    void whatDiffersIsChangedAndWhatOthersSetStays() {
        WebhookDesk desk = desk(HMAC);
        apply(desk);
        account.writes.clear();
        ObjectNode profile = account.things.get(PROFILE);
        profile.putObject("webhook").put("notifyUrl", "https://old.example/secret-path");
        profile.put("rateLimit", 50).putObject("headers").put("X-Team", "a").put("Authorization", "Basic " + CANARY);
        ObjectNode subscription = account.things.get(SUBSCRIPTION);
        subscription.putArray("events").add("CLICK").add("DELIVERY");
        subscription.putArray("resources").add("441134960009");
        account.inbound.set(
                0,
                FakeAccount.json("{'channel':'PLAIN','number':'441134960000','forwarding':{'type':'HTTP_FORWARD',"
                        + "'url':'https://other.example/secret-path'}}"));
        account.inbound.add(
                FakeAccount.json("{'channel':'PLAIN','number':'441134960000','keyword':'STOP','forwarding':{}}"));

        List<WebhookStep> plan = desk.plan();
        assertEquals("unchanged security, change profile, change subscription, change inbound", actions(plan));
        assertEquals(
                List.of(
                        "its URL is at 'old.example'",
                        "its header Authorization is another",
                        "will be: https://bank.example/chatauth/plain; proved by chatauth-" + MARK),
                plan.get(1).details());
        assertEquals(
                List.of(
                        "it does not tell INBOUND_MESSAGE",
                        "it leaves out the sender 441134960000",
                        "will be: DELIVERY, INBOUND_MESSAGE of 441134960000"),
                plan.get(2).details());
        assertEquals(
                List.of(
                        "it is forwarded (HTTP_FORWARD) to 'other.example'",
                        "will be: what people write follows the subscription"),
                plan.get(3).details());
        assertFalse(plan.toString().contains("secret-path"), plan.toString());

        desk.apply(plan);
        assertEquals(
                List.of(
                        "PUT " + PROFILE,
                        "PUT " + SUBSCRIPTION,
                        "POST /resource-management/1/inbound-message-configurations"),
                account.writes);
        ObjectNode changed = account.things.get(PROFILE);
        assertEquals(50, changed.path("rateLimit").asInt());
        assertEquals("{\"X-Team\":\"a\"}", changed.path("headers").toString());
        assertFalse(changed.has("profileId"));
        ObjectNode told = account.things.get(SUBSCRIPTION);
        assertEquals(
                "[\"CLICK\",\"DELIVERY\",\"INBOUND_MESSAGE\"]",
                told.path("events").toString());
        assertEquals(
                "[\"441134960000\",\"441134960009\"]", told.path("resources").toString());
        assertEquals("STOP", account.inbound.get(0).path("keyword").asText());
        assertFalse(account.inbound.get(1).has("forwarding"));
    }

    @Test
    void anotherSecretIsWrittenAndSoIsOneThatCantBeRead() {
        apply(desk(HMAC));
        ObjectNode credentials = (ObjectNode) account.things.get(SECURITY).path("credentials");
        credentials.put("secretKey", "another-secret").put("algorithm", "HMAC_MD5");
        WebhookStep step = desk(HMAC).plan().get(0);
        assertEquals(Action.CHANGE, step.action());
        assertEquals(
                List.of("its secret is another", "algorithm is 'HMAC_MD5'"),
                step.details().subList(0, 2));
        credentials.put("secretKey", "*****").put("algorithm", "HMAC_SHA_256");
        assertEquals(
                "its secret can't be read back, so it is written again",
                desk(HMAC).plan().get(0).details().get(0));
        apply(desk(HMAC));
        assertEquals(
                CANARY,
                account.things.get(SECURITY).at("/credentials/secretKey").asText());
    }

    @Test
    void everyWayOfProofIsSetUpInItsPlace() {
        apply(desk(WebhookAuth.basic("infobip", Secret.of(CANARY)).atProvider()));
        assertEquals("BASIC", account.things.get(SECURITY).path("type").asText());
        assertEquals(
                "infobip",
                account.things.get(SECURITY).at("/credentials/username").asText());

        WebhookDesk bearer = desk(WebhookAuth.bearer(Secret.of(CANARY)).atProvider());
        assertEquals("change profile, unchanged subscription, unchanged inbound", actions(bearer.plan()));
        apply(bearer);
        assertEquals(
                "Bearer " + CANARY,
                account.things.get(PROFILE).at("/headers/Authorization").asText());
        assertFalse(account.things.get(PROFILE).has("security"));
        assertEquals("unchanged profile, unchanged subscription, unchanged inbound", actions(bearer.plan()));

        apply(desk(HMAC));
        assertFalse(account.things.get(PROFILE).has("headers"), "a token is taken away when it is not used any more");

        ProviderSecurity certificate =
                WebhookAuth.peer("CN=webhooks.infobip.com").atProvider();
        WebhookStep step = desk(certificate).plan().get(0);
        assertEquals(Action.BY_HAND, step.action());
        assertTrue(step.toString().contains("CN=webhooks.infobip.com in the portal"), step.toString());
        assertEquals("HMAC", account.things.get(SECURITY).path("type").asText());
        assertEquals(
                "unchanged security, unchanged profile, unchanged subscription, unchanged inbound",
                actions(desk(certificate, HMAC).plan()),
                "the way that can be set up goes before the one that can't");
    }

    @Test
    void withoutAWayOfProofNothingIsSubscribed() {
        List<WebhookStep> plan = desk().plan();
        assertEquals("by hand subscription", actions(plan));
        assertTrue(plan.get(0).toString().contains("nothing is configured that proves webhooks"), plan.toString());
        desk().apply(plan);
        assertEquals(List.of(), account.writes);
    }

    @Test
    void channelsThatCantBeSubscribedSaySo() {
        List<WebhookStep> plan = desk(
                        Optional.of(BASE),
                        List.of(
                                new Wish(ChannelId.of("courier"), Optional.empty(), true, List.of()),
                                new Wish(ChannelId.of("silent"), Optional.empty(), false, List.of())),
                        HMAC)
                .plan();
        assertEquals("by hand profile, by hand subscription", actions(plan));
        assertEquals(
                List.of("have it post to https://bank.example/chatauth/courier"),
                plan.get(0).details());
    }

    @Test
    void aKeyWithoutTheScopeForNumbersLeavesThoseToThePortal() {
        account.refused.put("GET /resource-management", 403);
        WebhookStep step = desk(HMAC).plan().get(3);
        assertEquals(Action.BY_HAND, step.action());
        assertTrue(
                step.toString()
                        .contains(
                                "the settings can't be read (403 not for you): give the key the scope numbers:manage"),
                step.toString());
    }

    @Test
    void aRefusalNamesTheStepAndALaterPlanGoesOnFromThere() {
        WebhookDesk desk = desk(HMAC);
        account.refused.put("POST /subscriptions/1/subscription", 403);
        ApiException e = assertThrows(ApiException.class, () -> apply(desk));
        assertTrue(
                e.getMessage().startsWith("create subscription chatauth-plain-" + MARK + " was refused: 403 FORBIDDEN"),
                e.getMessage());
        account.refused.clear();
        assertEquals(
                "unchanged security, unchanged profile, create subscription, create inbound", actions(desk.plan()));

        account.refused.put("GET /subscriptions", 403);
        assertThrows(ApiException.class, desk::plan);
    }

    @Test
    void aPlanThatIsOutOfDateIsNotCarriedOut() {
        WebhookDesk desk = desk(HMAC);
        List<WebhookStep> old = desk.plan();
        apply(desk);
        account.writes.clear();
        assertThrows(RequestException.class, () -> desk.apply(old));
        assertEquals(List.of(), account.writes);
    }

    @Test
    void withoutAWebhookUrlThereIsNoPlan() {
        RequestException e = assertThrows(RequestException.class, desk(Optional.empty(), List.of(plain()), HMAC)::plan);
        assertTrue(e.getMessage().contains("chatauth.webhook.base-url"), e.getMessage());
    }

    @Test
    void twoInstallationsOnOneAccountDontMeet() {
        apply(desk(HMAC));
        int before = account.things.size();
        WebhookDesk other = desk(Optional.of(URI.create("https://test.bank.example/chatauth")), List.of(plain()), HMAC);
        other.apply(other.plan());
        assertEquals(before * 2, account.things.size());
        assertEquals(
                "https://bank.example/chatauth/plain",
                account.things.get(PROFILE).at("/webhook/notifyUrl").asText());
    }

    @Test
    void noSecretStandsInAnyPlan() {
        for (ProviderSecurity way : List.of(
                HMAC,
                WebhookAuth.basic("infobip", Secret.of(CANARY)).atProvider(),
                WebhookAuth.bearer(Secret.of(CANARY)).atProvider())) {
            WebhookDesk desk = desk(way);
            String told = way + " " + desk.plan();
            apply(desk);
            account.things.values().forEach(thing -> thing.put("type", "x"));
            told += desk.plan();
            account.things.clear();
            assertFalse(told.contains("canary"), told);
        }
    }
}
