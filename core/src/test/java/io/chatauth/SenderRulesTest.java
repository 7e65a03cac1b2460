package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.config.Senders;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.template.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SenderRulesTest {
    private static final ChannelId WHATSAPP = ChannelId.of("whatsapp");
    private static final Tenant ACME = Tenant.of("acme-1");

    private static ChatAuthBuilder builder() {
        return new ChatAuthBuilder()
                .baseUrl("http://localhost:1")
                .apiKey(Secret.of("k"))
                .channel(FakeChannel.provider("whatsapp"));
    }

    private static Senders senders(ChatAuthBuilder builder) {
        Resolved resolved = builder.resolve(Wish.BuiltIn.NONE);
        assertEquals(List.of(), resolved.problems());
        return resolved.senders();
    }

    private static String find(Senders senders, String country, Tenant tenant, Category category) {
        return senders.find(WHATSAPP, Optional.of(country).filter(code -> !code.isEmpty()), tenant, category);
    }

    @Test
    void theRuleWithTheMostConditionsWins() {
        Senders senders = senders(builder()
                .property("chatauth.sender.whatsapp", "any")
                .property("chatauth.sender.whatsapp.country.de", "german")
                .property("chatauth.sender.whatsapp.tenant.acme-1", "acme")
                .property("chatauth.sender.whatsapp.category.utility", "utility")
                .property("chatauth.sender.whatsapp.category.utility.country.DE", "german-utility"));

        assertEquals("any", find(senders, "GB", Tenant.DEFAULT, Category.AUTHENTICATION));
        assertEquals("any", find(senders, "", Tenant.DEFAULT, Category.AUTHENTICATION));
        assertEquals("german", find(senders, "DE", Tenant.DEFAULT, Category.AUTHENTICATION));
        assertEquals("acme", find(senders, "DE", ACME, Category.AUTHENTICATION));
        assertEquals("acme", find(senders, "GB", ACME, Category.UTILITY));
        assertEquals("german-utility", find(senders, "DE", ACME, Category.UTILITY));
        assertEquals("utility", find(senders, "GB", Tenant.DEFAULT, Category.UTILITY));
        assertEquals(Set.of("any", "german", "acme", "utility", "german-utility"), senders.of(WHATSAPP));
    }

    @Test
    void noRuleThatFitsIsAnErrorWithChannelAndCountry() {
        Senders senders =
                senders(builder().sender("whatsapp", SenderRule.of("4411").country("GB")));

        RequestException thrown = assertThrows(
                RequestException.class, () -> find(senders, "DE", Tenant.DEFAULT, Category.AUTHENTICATION));

        assertEquals(
                "The channel 'whatsapp' has no sender for country DE, tenant default, category authentication. It has: 4411,"
                        + " country GB. Set chatauth.sender.whatsapp, call sender(\"whatsapp\", …), or name a sender in the"
                        + " request.",
                thrown.getMessage());
    }

    @Test
    void theEnvironmentCanNameConditions() {
        Senders senders = senders(builder()
                .environment(Map.of(
                        "CHATAUTH_SENDER_WHATSAPP", "any",
                        "CHATAUTH_SENDER_WHATSAPP_COUNTRY_DE", "from environment",
                        "CHATAUTH_SENDER_WHATSAPP_COUNTRY_DE_TENANT_ACME_1", "both"))
                .property("chatauth.sender.whatsapp.country.DE", "from property"));

        assertEquals("from property", find(senders, "DE", Tenant.DEFAULT, Category.UTILITY));
        assertEquals("both", find(senders, "DE", ACME, Category.UTILITY));
    }

    @Test
    void theBuilderGoesBeforeProperties() {
        Senders senders = senders(
                builder().sender("whatsapp", "from builder").property("chatauth.sender.whatsapp", "from property"));

        assertEquals("from builder", find(senders, "GB", Tenant.DEFAULT, Category.UTILITY));
    }

    @Test
    void contradictionsAndNonsenseAreProblems() {
        List<String> problems = builder()
                .sender("whatsapp", "one")
                .sender("whatsapp", "two")
                .property("chatauth.sender.whatsapp.country.XX", "x")
                .property("chatauth.sender.whatsapp.category.marketing", "x")
                .property("chatauth.sender.whatsapp.town.york", "x")
                .property("chatauth.sender.whatsapp.tenant", "x")
                .resolve(Wish.BuiltIn.NONE)
                .problems();

        assertEquals(5, problems.size(), problems::toString);
        assertTrue(problems.contains(
                "sender(\"whatsapp\", one) and sender(\"whatsapp\", two) give two senders for the same messages of"
                        + " 'whatsapp', expected one"));
        assertTrue(problems.contains("chatauth.sender.whatsapp.category.marketing: 'marketing' is no category, expected"
                + " authentication or utility"));
        assertTrue(problems.stream()
                .anyMatch(problem -> problem.startsWith("chatauth.sender.whatsapp.town.york: 'town' is no condition")));
    }
}
