package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.json;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running sandbox, a client, and a webhook receiver for each test. */
abstract class SandboxTestBase {
    static final String CARD_ACTIVATION = json("""
            {'name':'card_activation','language':'en_GB','category':'UTILITY','structure':{
              'header':{'format':'TEXT','text':'Your new card'},
              'body':{'text':'Hello *{{1}}*, call us to activate your card.','examples':['Ana']},
              'footer':{'text':'Example Bank'},
              'buttons':[{'type':'PHONE_NUMBER','text':'Contact us','phoneNumber':'+441123456789'}]}}
            """);
    static final String CONFIRM = json("""
            {'name':'confirm_txn','language':'en','category':'UTILITY','structure':{
              'body':{'text':'Pay {{1}} to {{2}}?','examples':['EUR 1','Shop']},
              'buttons':[{'type':'QUICK_REPLY','text':'Yes'},{'type':'QUICK_REPLY','text':'No'},
                {'type':'URL','text':'Details','url':'https://example.com/t/{{1}}','example':'https://example.com/t/1'},
                {'type':'URL','text':'Help','url':'https://example.com/help'}]}}
            """);
    static final String LOGIN_CODE = json("""
            {'name':'login_code','language':'en_GB','category':'AUTHENTICATION','structure':{
              'body':{'addSecurityRecommendation':true},'footer':{'codeExpirationMinutes':5},
              'buttons':[{'otpType':'COPY_CODE','text':'Copy code'}]}}
            """);

    Sandbox sandbox;
    SandboxClient client;
    WebhookReceiver receiver;

    @BeforeEach
    void start() {
        sandbox = configured(Sandbox.builder()).build().start();
        client = new SandboxClient(sandbox.baseUri());
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    Sandbox.Builder configured(Sandbox.Builder builder) {
        return builder.retryUnit(Duration.ofMillis(1));
    }
}
