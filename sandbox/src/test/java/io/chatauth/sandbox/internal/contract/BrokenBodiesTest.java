package io.chatauth.sandbox.internal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.server.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty bodies that are each broken in one way are rejected for just that; unbroken they fit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenBodiesTest {
    private static final Map<String, String> GOOD = Map.ofEntries(
            good("template", "POST /whatsapp/1/message/template", """
                    {'messages':[{'from':'447860099299','to':'447700900123','messageId':'m','content':{'templateName':'t',
                    'templateData':{'body':{'placeholders':['Ana']},'header':{'type':'TEXT','placeholder':'Hi'},
                    'buttons':[{'type':'QUICK_REPLY','parameter':'yes'}]},'language':'en'}}]}"""),
            good("text", "POST /whatsapp/1/message/text", """
                    {'from':'447860099299','to':'447700900123','content':{'text':'Hi'}}"""),
            good("choice", "POST /whatsapp/1/message/interactive/buttons", """
                    {'from':'447860099299','to':'447700900123','content':{'body':{'text':'Pay?'},
                    'action':{'buttons':[{'type':'REPLY','id':'y','title':'Yes'}]}}}"""),
            good("utility", "POST /whatsapp/2/senders/447860099299/templates", """
                    {'name':'t','language':'en','category':'UTILITY','structure':{'body':{'text':'Hi {{1}}','examples':['Ana']},
                    'buttons':[{'type':'PHONE_NUMBER','text':'Call','phoneNumber':'+441123456789'}],'type':'TEXT'}}"""),
            good("one-tap", "POST /whatsapp/2/senders/447860099299/templates", """
                    {'name':'t','language':'en','category':'AUTHENTICATION','structure':{'body':{'addSecurityRecommendation':true},
                    'footer':{'codeExpirationMinutes':5},'buttons':[{'otpType':'ONE_TAP','text':'Copy','autofillText':'Fill',
                    'packageName':'com.example','signatureHash':'12345678901'}]}}"""),
            good("viber", "POST /viber/2/messages", """
                    {'messages':[{'sender':'B','destinations':[{'to':'447700900123'}],'content':{'type':'TEXT','text':'Hi',
                    'button':{'title':'Open','action':'https://example.com'}}}]}"""),
            good("list", "POST /viber/2/messages", """
                    {'messages':[{'sender':'B','destinations':[{'to':'447700900123'}],'content':{'type':'LIST','text':'Pay?',
                    'options':['Y','N']}}]}"""),
            good("line", "POST /line/1/messages", """
                    {'messages':[{'sender':'B','destinations':[{'to':'66855538125'}],'content':{'type':'LINE_NOTIFICATION',
                    'altText':'Hi','contents':{'type':'BUBBLE','body':{'type':'BOX','layout':'VERTICAL','contents':[
                    {'type':'TEXT','text':'Hi'},{'type':'BUTTON','action':{'type':'URI','label':'Open','uri':'https://e.com'}}]}}}}]}"""),
            good("kakao", "POST /kakao-alim/1/messages", """
                    {'messages':[{'sender':'@b','destinations':[{'to':'821012345678'}],'content':{'type':'TEMPLATE',
                    'templateCode':'c','text':'Hi','buttons':[{'type':'URL','name':'Open','urlMobile':'https://e.com'}]}}]}"""),
            good("zalo", "POST /zalo/2/messages", """
                    {'messages':[{'sender':'1','destinations':[{'to':'84912345678'}],'content':{'type':'TEMPLATE',
                    'templateName':322308,'templateData':{'otp':'1'}}}]}"""),
            good("subscription", "POST /subscriptions/1/subscription/WHATSAPP", """
                    {'subscriptionId':'s','events':['DELIVERY'],'profile':{'profileId':'p','webhook':{'notifyUrl':'https://e.com'},
                    'security':{'authId':'a','type':'HMAC','credentials':{'secretKey':'k','algorithm':'HMAC_SHA_256'}}}}"""));

    private Specs specs;

    @BeforeAll
    void read() {
        specs = Specs.of(Copy.directory());
    }

    @Test
    void unbrokenTheyFit() {
        GOOD.forEach((name, good) -> assertEquals(List.of(), check(good), name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a missing sender             | template | 'from':'447860099299',         |                         | messages[0].from is required
            a number for a text          | template | '447700900123'                 | 447700900123            | messages[0].to must be of type "string"
            a recipient that is too long | text     | '447700900123'                 | '447700900123%s'        | to has 162 characters, more than 150
            a misspelt property          | template | 'messageId'                    | 'mesageId'              | messages[0].mesageId is not in the spec
            no list of values            | template | {'placeholders':['Ana']}       | {}                      | messages[0].content.templateData.body.placeholders is required
            a call button when sending   | template | {'type':'QUICK_REPLY','parameter':'yes'} | {'type':'PHONE_NUMBER'} | messages[0].content.templateData.buttons[0].type PHONE_NUMBER is none of *
            a payload of another button  | template | 'parameter':'yes'              | 'phoneNumber':'yes'     | messages[0].content.templateData.buttons[0].parameter is required;messages[0].content.templateData.buttons[0].phoneNumber is not in the spec
            a header without a type      | template | 'type':'TEXT','placeholder'    | 'placeholder'           | messages[0].content.templateData.header.type must be there, one of *
            an empty text                | text     | 'Hi'                           | ''                      | content.text has 0 characters, fewer than 1
            four reply buttons           | choice   | {'type':'REPLY','id':'y','title':'Yes'} | {'type':'REPLY','id':'1','title':'a'},{'type':'REPLY','id':'2','title':'b'},{'type':'REPLY','id':'3','title':'c'},{'type':'REPLY','id':'4','title':'d'} | content.action.buttons has 4 items, more than 3
            no value for a placeholder   | template | ['Ana']                        | [null]                  | messages[0].content.templateData.body.placeholders[0] must not be null
            a country for a language     | utility  | 'language':'en'                | 'language':'GB'         | language "GB" is none of *
            a made-up category           | utility  | UTILITY                        | SERVICE                 | category SERVICE is none of *
            a wrong signature hash       | one-tap  | 12345678901                    | 1234567890              | structure.buttons[0].signatureHash has 10 characters, fewer than 11
            words in a fixed body        | one-tap  | 'addSecurityRecommendation':true | 'text':'Your code'    | structure.body.text is not in the spec
            one choice only              | list     | ['Y','N']                      | ['Y']                   | messages[0].content.options has 1 items, fewer than 2
            a box that lies across       | line     | 'VERTICAL'                     | 'DIAGONAL'              | messages[0].content.contents.body.layout "DIAGONAL" is none of *
            an address of another API    | kakao    | urlMobile                      | buttonUrlMobile         | messages[0].content.buttons[0].urlMobile is required;messages[0].content.buttons[0].buttonUrlMobile is not in the spec
            a name for a number          | zalo     | 322308                         | 'otp'                   | messages[0].content.templateName must be of type "integer"
            a secret without algorithm   | subscription | ,'algorithm':'HMAC_SHA_256' |                         | profile.security.credentials.algorithm is required
            """)
    void isRejected(String name, String base, String part, String instead, String violations) {
        String good = Objects.requireNonNull(GOOD.get(base));
        String replacement = Objects.requireNonNullElse(instead, "").replace("%s", "0".repeat(150));
        assertEquals(2, (good + " ").split(Pattern.quote(part), -1).length, part);

        List<String> found = check(good.replace(part, replacement));

        List<String> wanted = List.of(violations.split(";"));
        assertEquals(wanted.size(), found.size(), found::toString);
        for (int i = 0; i < wanted.size(); i++) {
            String start = wanted.get(i).replace("*", "");
            String shown = found.get(i);
            assertEquals(
                    start,
                    wanted.get(i).endsWith("*") ? shown.substring(0, Math.min(start.length(), shown.length())) : shown);
        }
    }

    private List<String> check(String request) {
        String[] parts = request.split(" ", 3);
        JsonNode body = Json.parse(parts[2].replace('\'', '"'));
        return specs.request(parts[0], parts[1], Map.of(), Objects.requireNonNull(body));
    }

    private static Map.Entry<String, String> good(String name, String request, String body) {
        return Map.entry(name, request + " " + body.replace("\n", ""));
    }
}
