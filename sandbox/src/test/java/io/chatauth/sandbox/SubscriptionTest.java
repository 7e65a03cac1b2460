package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.SENDER;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.sandbox.SandboxClient.Answer;
import io.chatauth.sandbox.WebhookReceiver.Post;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Subscriptions, notification profiles, security settings and inbound configurations, and where they send webhooks. */
class SubscriptionTest extends SandboxTestBase {
    private static final String WHATSAPP = "/subscriptions/1/subscription/WHATSAPP";
    private static final String PROFILES = "/subscriptions/1/profiles";
    private static final String SECURITY = "/subscriptions/1/security";
    private static final String INBOUND = "/resource-management/1/inbound-message-configurations";

    @Test
    void oneRequestMakesSubscriptionProfileAndSecurity() {
        Answer created = subscribe("all", "'DELIVERY','SEEN'", hmac("auth", "HMAC_SHA_256"));

        assertEquals(201, created.status());
        assertEquals(
                WHATSAPP + "/all",
                created.response().headers().firstValue("Location").orElse(""));
        assertEquals(
                SandboxClient.tree(
                        json("{'subscriptionId':'all','profile':{'profileId':'all-p','security':{'authId':'auth'}}}")),
                created.body());
        assertEquals("HMAC", client.get(SECURITY + "/auth").body().path("type").asText());
        assertEquals(
                "auth",
                client.get(PROFILES + "/all-p").body().at("/security/authId").asText());
        assertEquals(
                "all-p",
                client.get(WHATSAPP + "/all").body().at("/profile/profileId").asText());
        assertEquals(1, client.get(WHATSAPP).body().at("/paging/totalResults").asInt());
        assertEquals(
                0,
                client.get("/subscriptions/1/subscription/VIBER")
                        .body()
                        .path("results")
                        .size());
    }

    @Test
    void aReportGoesToTheSubscriptionAndIsSignedWithItsSecret() {
        subscribe("all", "'DELIVERY'", hmac("auth", "HMAC_SHA_512"));

        sendCard();

        Post post = receiver.next();
        assertEquals("/all", post.path());
        assertEquals("DELIVERY", post.kind());
        assertEquals(signature("HmacSHA512", post.raw()), post.headers().get("X-Infobip-Signature"));
    }

    @Test
    void theSignatureTravelsAsTheAccountIsSetUp() {
        client.call(
                "PUT",
                "/_sandbox/signature",
                json("{'header':'X-Hub','encoding':'hex','prefix':'sha256=','timestampHeader':'X-Time'}"),
                null);
        subscribe("all", "'DELIVERY'", hmac("auth", "HMAC_SHA_256"));

        sendCard();

        Post post = receiver.next();
        String time = post.headers().get("X-Time");
        assertEquals(
                "sha256=" + signature("HmacSHA256", time + post.raw()),
                post.headers().get("X-Hub"));
    }

    @Test
    void basicSecurityOverridesTheProfilesOwnAuthorization() {
        Answer created = client.post(
                WHATSAPP,
                json("{'subscriptionId':'s','events':['DELIVERY'],'profile':{'profileId':'p','webhook':{'notifyUrl':'"
                        + receiver.url("/s") + "'},'headers':{'X-Own':'yes','authorization':'Bearer mine'},"
                        + "'security':{'authId':'a','type':'BASIC','credentials':{'username':'u','password':'p'}}}}"));
        assertEquals(201, created.status());

        sendCard();

        Post post = receiver.next();
        assertEquals("yes", post.headers().get("X-Own"));
        assertEquals(
                "Basic " + Base64.getEncoder().encodeToString("u:p".getBytes(StandardCharsets.UTF_8)),
                post.headers().get("Authorization"));
    }

    @Test
    void theSubscriptionThatNamesTheSenderGoesFirstAndTheMessagesOwnUrlBeforeIt() {
        subscribe("mine", "'DELIVERY'", "", "'resources':['" + SENDER + "'],");
        subscribe("other", "'DELIVERY'", "", "'resources':['4400'],");
        subscribe("any", "'DELIVERY'", "");

        sendCard();
        assertEquals("/mine", receiver.next().path());

        client.post(SEND, batch(message("card_activation", "en_GB", "Ana").put("notifyUrl", receiver.url("/own"))));
        assertEquals("/own", receiver.next().path());
    }

    @Test
    void criteriaChooseByApplicationAndEntity() {
        subscribe("app", "'DELIVERY'", "", "'criteria':[{'applicationId':'a','entityId':'e'}],");
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
        client.approved(CARD_ACTIVATION);

        client.post(SEND, batch(message("card_activation", "en_GB", "Ana").put("applicationId", "a")));
        assertEquals("/account", receiver.next().path());

        client.post(
                SEND,
                batch(message("card_activation", "en_GB", "Ana")
                        .put("applicationId", "a")
                        .put("entityId", "e")));
        assertEquals("/app", receiver.next().path());
    }

    @Test
    void anInboundConfigurationForwardsBeforeTheSubscription() {
        subscribe("all", "'INBOUND_MESSAGE'", "");
        Answer put = client.post(
                INBOUND,
                json("{'channel':'WHATSAPP','number':'" + SENDER + "','forwarding':{'type':'HTTP_FORWARD','url':'"
                        + receiver.url("/inbound") + "'}}"));
        assertEquals(200, put.status());
        String key = put.body().path("configurationKey").asText();
        assertEquals("MO_OTT_CONTACT", put.body().at("/forwarding/format").asText());

        say("Hello");
        assertEquals("/inbound", receiver.next().path());

        Answer listed = client.get(INBOUND + "?channel=WHATSAPP&number=" + SENDER);
        assertEquals(key, listed.body().at("/0/configurationKey").asText());
        assertEquals(
                204, client.call("DELETE", INBOUND + "/" + key, null, "App key").status());
        assertEquals(
                404, client.call("DELETE", INBOUND + "/" + key, null, "App key").status());

        say("Hello again");
        assertEquals("/all", receiver.next().path());
    }

    @Test
    void aSecondPostChangesTheConfigurationAndUnsetFollowsTheSubscription() {
        String head = "{'channel':'WHATSAPP','number':'" + SENDER + "'";
        String key = client.post(
                        INBOUND,
                        json(head + ",'forwarding':{'type':'HTTP_FORWARD','url':'" + receiver.url("/a") + "'}}"))
                .body()
                .path("configurationKey")
                .asText();
        Answer changed = client.post(INBOUND, json(head + ",'unset':['FORWARDING']}"));

        assertEquals(key, changed.body().path("configurationKey").asText());
        assertTrue(changed.body().path("forwarding").isMissingNode());
        assertEquals(400, client.post(INBOUND, json("{'channel':'WHATSAPP'}")).status());
        assertEquals(400, client.get(INBOUND).status());
    }

    @Test
    void whatIsWrongIsRefusedWithItsPath() {
        Answer refused = client.post(
                WHATSAPP,
                json(
                        "{'subscriptionId':'s','events':['DELIVERED'],'profile':{'profileId':'p','webhook':{},"
                                + "'security':{'authId':'a','type':'HMAC','credentials':{'secretKey':'k','algorithm':'SHA'}}}}"));

        assertEquals(400, refused.status());
        assertFalse(refused.violations().path("events").isMissingNode());
        assertFalse(refused.violations().path("profile.webhook.notifyUrl").isMissingNode());
        assertFalse(refused.violations()
                .path("profile.security.credentials.algorithm")
                .isMissingNode());
        assertEquals(404, client.get(WHATSAPP + "/s").status());
        assertEquals(404, client.get(PROFILES + "/p").status());
        assertEquals(400, client.get("/subscriptions/1/subscription/SMS").status());
    }

    @Test
    void aReferenceMustExistAndWhatIsUsedStays() {
        String reference = json("{'subscriptionId':'s','events':['DELIVERY'],'profile':{'profileId':'all-p'}}");
        assertEquals(400, client.post(WHATSAPP, reference).status());

        subscribe("all", "'SEEN'", hmac("auth", "HMAC_SHA_1"));
        assertEquals(201, client.post(WHATSAPP, reference).status());
        assertEquals(400, client.post(WHATSAPP, reference).status());
        assertEquals(400, delete(PROFILES + "/all-p"));
        assertEquals(400, delete(SECURITY + "/auth"));
        assertEquals(200, delete(WHATSAPP + "/s"));
        assertEquals(200, delete(WHATSAPP + "/all"));
        assertEquals(200, delete(PROFILES + "/all-p"));
        assertEquals(200, delete(SECURITY + "/auth"));
        assertEquals(404, delete(SECURITY + "/auth"));
    }

    @Test
    void replacementsTakeEffect() {
        subscribe("all", "'SEEN'", hmac("auth", "HMAC_SHA_1"));
        assertEquals(
                200,
                client.call(
                                "PUT",
                                WHATSAPP + "/all",
                                json("{'events':['DELIVERY'],'profile':{'profileId':'all-p'}}"),
                                "App key")
                        .status());
        assertEquals(
                200,
                client.call(
                                "PUT",
                                PROFILES + "/all-p",
                                json("{'webhook':{'notifyUrl':'" + receiver.url("/new") + "'}}"),
                                "App key")
                        .status());
        assertEquals(
                200,
                client.call(
                                "PUT",
                                SECURITY + "/auth",
                                json("{'type':'BASIC','credentials':{'username':'u','password':'p'}}"),
                                "App key")
                        .status());
        assertEquals("BASIC", client.get(SECURITY).body().at("/results/0/type").asText());

        sendCard();

        Post post = receiver.next();
        assertEquals("/new", post.path());
        assertNull(post.headers().get("X-Infobip-Signature"));
    }

    private Answer subscribe(String id, String events, String security) {
        return subscribe(id, events, security, "");
    }

    private Answer subscribe(String id, String events, String security, String more) {
        return client.post(
                WHATSAPP,
                json("{'subscriptionId':'" + id + "'," + more + "'events':[" + events + "],'profile':{'profileId':'"
                        + id + "-p'," + security + "'webhook':{'notifyUrl':'" + receiver.url("/" + id) + "'}}}"));
    }

    private static String hmac(String authId, String algorithm) {
        return "'security':{'authId':'" + authId + "','type':'HMAC','credentials':{'secretKey':'secret','algorithm':'"
                + algorithm + "'}},";
    }

    private static String signature(String algorithm, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sendCard() {
        client.approved(CARD_ACTIVATION);
        assertEquals(
                200,
                client.post(SEND, batch(message("card_activation", "en_GB", "Ana")))
                        .status());
    }

    private void say(String text) {
        client.post(
                "/_sandbox/reply",
                json("{'channel':'WHATSAPP','from':'" + PERSON + "','to':'" + SENDER + "','text':'" + text + "'}"));
    }

    private int delete(String path) {
        return client.call("DELETE", path, null, "App key").status();
    }
}
