package io.chatauth.channel.line.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineTemplateRulesTest {
    private final Channel channel = LineSamples.FIXTURE.channel();

    @Test
    void textOf400CharactersIsShownWhole() {
        Template template =
                Template.named("long").body("x".repeat(399) + "{{name}}").build();

        assertEquals("x".repeat(399) + "N", altText(template, "N"));
        assertEquals("You have a new message", altText(template, "Ni"));
        assertEquals(List.of(), notes(template));
    }

    @Test
    void longerTextIsReplacedByTheHeaderOrByWordsInItsLanguageAndThatIsNoted() {
        String body = "x".repeat(401) + "{{name}}";
        Template titled = Template.named("long").header("Your card").body(body).build();
        Template thai = Template.named("long").language("th_TH").body(body).build();

        assertEquals("Your card", altText(titled, "Nick"));
        assertEquals("คุณมีข้อความใหม่", altText(thai, "Nick"));
        assertEquals(
                List.of(new AdaptationNote(
                        Kind.NOTIFICATION_SHORTENED,
                        "a notification of line has at most 400 characters and the text has more, so the phone's"
                                + " notification says 'Your card', and the text shows when the chat is opened")),
                notes(titled));
        assertTrue(notes(thai).get(0).text().contains("'คุณมีข้อความใหม่'"));
    }

    @Test
    void languageDecidesTheDirectionUnlessItsCodeNamesAScript() {
        for (String code : List.of("ar", "ar_EG", "he-IL", "fa", "ur_PK", "az_Arab", "AR", "pa-Arab-PK")) {
            assertTrue(LineLanguages.rightToLeft(code), code);
        }
        for (String code : List.of("en", "th_TH", "ja", "zh_Hant_TW", "ar_Latn", "az", "uz_Latn")) {
            assertTrue(!LineLanguages.rightToLeft(code), code);
        }
    }

    @Test
    void fixedWordsFollowRegionThenLanguageThenEnglish() {
        assertEquals("您有一則新訊息", LineLanguages.newMessage("zh-TW"));
        assertEquals("您有一条新消息", LineLanguages.newMessage("zh_CN"));
        assertEquals("新しいメッセージがあります", LineLanguages.newMessage("ja_JP"));
        assertEquals("You have a new message", LineLanguages.newMessage("hr"));
    }

    private String altText(Template template, String name) {
        return LineTemplateRules.altText(LineSamples.FIXTURE
                .message("m-1", template, Map.of("name", name))
                .build()
                .content());
    }

    private List<AdaptationNote> notes(Template template) {
        return channel.adapt(LineSamples.FIXTURE.id(), template).notes();
    }
}
