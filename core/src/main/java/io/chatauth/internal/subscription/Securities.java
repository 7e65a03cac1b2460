package io.chatauth.internal.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.internal.text.Masking;
import io.chatauth.webhook.ProviderSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How one way of proof is written at Infobip: as security settings, or as a header of the profile. */
final class Securities {
    private static final Set<String> SECRETS = Set.of("password", "secretKey");

    private Securities() {}

    /** The body of the security settings; empty if this way has none. */
    static Optional<ObjectNode> body(ProviderSecurity way) {
        ObjectNode body = Api.object();
        if (way instanceof ProviderSecurity.Basic basic) {
            body.put("type", "BASIC")
                    .putObject("credentials")
                    .put("username", basic.username())
                    .put("password", basic.password().reveal());
            return Optional.of(body);
        }
        if (way instanceof ProviderSecurity.Signature signature) {
            body.put("type", "HMAC")
                    .putObject("credentials")
                    .put("secretKey", signature.secret().reveal())
                    .put("algorithm", "HMAC_" + signature.hash());
            return Optional.of(body);
        }
        return Optional.empty();
    }

    /** The header of the profile; empty if this way has none. */
    static Optional<String> header(ProviderSecurity way) {
        return way instanceof ProviderSecurity.Bearer bearer
                ? Optional.of("Bearer " + bearer.token().reveal())
                : Optional.empty();
    }

    static List<String> describe(ProviderSecurity way) {
        if (way instanceof ProviderSecurity.Basic basic) {
            return List.of("Basic, user name '" + Masking.clean(basic.username()) + "', password hidden");
        }
        if (way instanceof ProviderSecurity.Signature signature) {
            return List.of(
                    "HMAC_" + signature.hash() + ", secret hidden",
                    "how a signature is written is the account's own setting: make sure in the portal that it comes in "
                            + Masking.clean(signature.header()) + ", as configured here");
        }
        if (way instanceof ProviderSecurity.Certificate certificate) {
            return List.of("upload the client certificate of " + Masking.clean(certificate.subject())
                    + " in the portal, and choose it in each profile");
        }
        return List.of("a bearer token, hidden");
    }

    static List<String> differences(JsonNode now, ObjectNode wanted) {
        List<String> differences = new ArrayList<>();
        Drafts.differ(
                differences,
                "its type",
                now.path("type").asText(""),
                wanted.path("type").asText());
        if (!differences.isEmpty()) {
            return differences;
        }
        wanted.path("credentials").properties().forEach(field -> {
            String name = field.getKey();
            String there = now.path("credentials").path(name).asText("");
            if (!SECRETS.contains(name)) {
                Drafts.differ(differences, name, there, field.getValue().asText());
            } else if (there.isEmpty() || there.chars().allMatch(c -> c == '*')) {
                differences.add("its secret can't be read back, so it is written again");
            } else if (!there.equals(field.getValue().asText())) {
                differences.add("its secret is another");
            }
        });
        return differences;
    }
}
