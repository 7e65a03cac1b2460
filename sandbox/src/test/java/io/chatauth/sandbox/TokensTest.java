package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.TEMPLATES;
import static io.chatauth.sandbox.SandboxClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.chatauth.sandbox.SandboxClient.Answer;
import org.junit.jupiter.api.Test;

/** Sessions (IBSSO) and access tokens (OAuth 2.0): how one gets them, and when they end. */
class TokensTest extends SandboxTestBase {
    private static final String USER = json("{'username':'ana','password':'s3cret+&='}");
    private static final long HOUR = 3_600_000;

    @Override
    Sandbox.Builder configured(Sandbox.Builder builder) {
        return super.configured(builder).credentials("ana", "s3cret+&=");
    }

    @Test
    void aSessionTokenOpensTheApiUntilTheSessionIsEnded() {
        String token = session();

        assertEquals(200, listWith("IBSSO " + token));
        assertEquals(
                204,
                client.call("DELETE", "/auth/1/session", null, "IBSSO " + token).status());
        assertEquals(401, listWith("IBSSO " + token));
        assertEquals(
                401,
                client.call("DELETE", "/auth/1/session", null, "IBSSO " + token).status());
    }

    @Test
    void aSessionLivesOnByItsUseAndEndsAnHourAfterIt() {
        String token = session();

        advance(HOUR - 60_000);
        assertEquals(200, listWith("IBSSO " + token));
        advance(HOUR - 60_000);
        assertEquals(200, listWith("IBSSO " + token));
        advance(HOUR);
        assertEquals(401, listWith("IBSSO " + token));
    }

    @Test
    void anAccessTokenEndsAnHourAfterItWasMadeHoweverOftenItIsUsed() {
        Answer answer = token("client_id=ana&client_secret=s3cret%2B%26%3D&grant_type=client_credentials");
        assertEquals(200, answer.status());
        assertEquals("Bearer", answer.body().path("token_type").asText());
        assertEquals(3600, answer.body().path("expires_in").asInt());
        String bearer = "Bearer " + answer.body().path("access_token").asText();

        advance(HOUR - 1000);
        assertEquals(200, listWith(bearer));
        advance(1000);
        assertEquals(401, listWith(bearer));
    }

    @Test
    void wrongCredentialsGetNoToken() {
        Answer session = client.call("POST", "/auth/1/session", json("{'username':'ana','password':'x'}"), null);
        assertEquals(401, session.status());
        assertEquals(
                "UNAUTHORIZED",
                session.body().at("/requestError/serviceException/messageId").asText());
        assertEquals(
                401,
                token("client_id=ana&client_secret=x&grant_type=client_credentials")
                        .status());
        assertEquals(401, listWith("IBSSO made-up"));
        assertEquals(401, listWith("Bearer made-up"));
    }

    @Test
    void incompleteRequestsAreRefusedWithWhatIsMissing() {
        Answer session = client.call("POST", "/auth/1/session", json("{'username':'ana'}"), null);
        assertEquals(400, session.status());
        assertEquals("must not be blank", session.violations().at("/password/0").asText());

        Answer token = token("client_id=ana&client_secret=s3cret&grant_type=password");
        assertEquals(400, token.status());
        assertEquals(
                "must be client_credentials",
                token.violations().at("/grant_type/0").asText());
        assertEquals(
                400,
                client.call("POST", "/auth/1/oauth2/token", json("{'client_id':'ana'}"), null)
                        .status());
    }

    @Test
    void allTokensCanBeEndedAtOnce() {
        String token = session();
        assertEquals(1, client.get("/_sandbox/tokens").body().path("sessions").asInt());

        client.call("DELETE", "/_sandbox/tokens", null, null);

        assertEquals(401, listWith("IBSSO " + token));
        assertNotEquals(token, session());
    }

    @Test
    void passwordsAreNotRecorded() {
        session();
        token("client_id=ana&client_secret=s3cret%2B%26%3D&grant_type=client_credentials");

        assertFalse(client.get("/_sandbox/requests").body().toString().contains("s3cret"));
    }

    private String session() {
        Answer answer = client.call("POST", "/auth/1/session", USER, null);
        assertEquals(200, answer.status());
        return answer.body().path("token").asText();
    }

    private Answer token(String form) {
        return client.call(
                "POST", "/auth/1/oauth2/token", form, null, "Content-Type", "application/x-www-form-urlencoded");
    }

    private int listWith(String authorization) {
        return client.call("GET", TEMPLATES, null, authorization).status();
    }

    private void advance(long millis) {
        client.post("/_sandbox/clock", "{\"advanceMs\":" + millis + "}");
    }
}
