package io.chatauth.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.Outcome;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.SecretSpec;
import io.chatauth.testkit.FlowBench.Begun;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers challenges as people do, in one of the ways that there are. */
final class FlowPerson {
    private static final Pattern HIDDEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern YES = Pattern.compile("(?i)y|1");

    private final FlowBench bench;
    private final AnswerContext.Kind kind;

    /**
     * What became of an answer.
     *
     * @param word what the application hears of it
     * @param assurance how strong it was, if it approved; then nobody else hears of it
     */
    record Said(String word, Optional<Assurance> assurance) {
        boolean approved() {
            return assurance.isPresent();
        }
    }

    FlowPerson(FlowBench bench, AnswerContext.Kind kind) {
        this.bench = bench;
        this.kind = kind;
    }

    /** Whether a wrong answer costs an attempt: where it could be guessed. */
    boolean guessable() {
        return kind == AnswerContext.Kind.TYPED || kind == AnswerContext.Kind.NUMBER;
    }

    /** Whether the answer comes out of a chat. */
    boolean chats() {
        return switch (kind) {
            case TAPPED, QUOTED, BARE, SENT -> true;
            default -> false;
        };
    }

    /** The right answer. */
    Said right(Begun begun) {
        return switch (kind) {
            case TYPED -> verify(begun, code(begun));
            case COMPLETED -> complete(begun);
            case PRESSED -> press(begun, begun, Optional.of(FlowBench.COOKIE), "yes", Optional.empty());
            case NUMBER ->
                press(begun, begun, Optional.empty(), "yes", begun.started().number());
            case TAPPED, QUOTED, BARE -> {
                chat(begun.person(), begun);
                yield heard(begun);
            }
            case SENT -> {
                chat(begun.person(), begun);
                yield complete(begun);
            }
        };
    }

    /** Somebody else gives the right answer out of another chat. */
    void asSomebodyElse(Begun begun, Address other) {
        chat(other, begun);
    }

    /** An answer that is almost right. */
    Said wrong(Begun begun, int number) {
        switch (kind) {
            case TYPED -> {
                return verify(begun, spoiled(code(begun), alphabet(begun), number));
            }
            case NUMBER -> {
                String digits = begun.started().number().orElseThrow();
                return press(
                        begun, begun, Optional.empty(), "yes", Optional.of(spoiled(digits, SecretSpec.DIGITS, number)));
            }
            case PRESSED ->
                bench.page(
                        "POST",
                        spoiled(token(begun), SecretSpec.LETTERS, number),
                        Optional.of(FlowBench.COOKIE),
                        "form=1&choice=yes");
            case TAPPED ->
                bench.reply(
                        begun.person(), Map.of("payload", spoiled(payload(begun, true), SecretSpec.LETTERS, number)));
            case QUOTED, BARE -> bench.reply(begun.person(), Map.of("text", "perhaps " + number));
            case SENT -> {
                String right = begun.started().invitation().orElseThrow().code();
                bench.reply(begun.person(), Map.of("text", spoiled(right, SecretSpec.LETTERS, number)));
            }
            case COMPLETED -> bench.reply(begun.person(), Map.of("text", "done"));
        }
        return heard(begun);
    }

    /** The answer to one challenge, given for another. */
    Said crossed(Begun begun, Begun other) {
        switch (kind) {
            case TYPED -> {
                return verify(begun, code(other));
            }
            case PRESSED, NUMBER -> {
                return press(begun, other, Optional.of(FlowBench.COOKIE), "yes", Optional.empty());
            }
            case TAPPED -> bench.reply(begun.person(), Map.of("payload", mixed(begun, other)));
            case SENT -> bench.reply(begun.person(), Map.of("text", text(other)));
            case QUOTED, BARE, COMPLETED -> bench.reply(other.person(), Map.of("text", "Y"));
        }
        return heard(begun);
    }

    /** The person says no, where that can be said; false if it can't. */
    boolean refuse(Begun begun) {
        switch (kind) {
            case TAPPED -> bench.reply(begun.person(), Map.of("payload", payload(begun, false)));
            case QUOTED -> bench.reply(begun.person(), Map.of("text", "N", "quoted", messageId(begun)));
            case BARE -> bench.reply(begun.person(), Map.of("text", "N"));
            case PRESSED, NUMBER -> {
                if (begun.plan().transaction().isEmpty()) {
                    return false;
                }
                press(begun, begun, Optional.of(FlowBench.COOKIE), "no", Optional.empty());
            }
            case TYPED, SENT, COMPLETED -> {
                return false;
            }
        }
        return true;
    }

    /** All that only the person may know. */
    static Set<String> secrets(Begun begun) {
        Set<String> all = new LinkedHashSet<>();
        begun.plan().secret().ifPresent(spec -> all.add(begun.value(spec.placeholder())));
        begun.plan().link().ifPresent(placeholder -> all.add(begun.value(placeholder)));
        begun.message()
                .ifPresent(message -> message.path("buttons")
                        .forEach(button -> all.add(button.path("payload").asText())));
        begun.started().invitation().ifPresent(invitation -> all.add(invitation.code()));
        all.remove("");
        return all;
    }

    Said complete(Begun begun) {
        return said(bench.chatAuth.complete(begun.started().id(), begun.expect()));
    }

    private Said verify(Begun begun, String code) {
        return said(bench.chatAuth.verify(begun.started().id(), code, begun.expect()));
    }

    private void chat(Address from, Begun begun) {
        bench.reply(
                from,
                switch (kind) {
                    case TAPPED -> Map.of("payload", payload(begun, true));
                    case QUOTED -> Map.of("text", "Y", "quoted", messageId(begun));
                    case SENT -> Map.of("text", text(begun));
                    default -> Map.of("text", "Y");
                });
    }

    private Said press(Begun form, Begun begun, Optional<String> cookie, String choice, Optional<String> digits) {
        Matcher hidden =
                HIDDEN.matcher(bench.page("GET", token(form), cookie, "").body());
        String token = hidden.find() ? hidden.group(1) : "none";
        bench.page(
                "POST",
                token(begun),
                cookie,
                "form=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&choice=" + choice
                        + digits.map(two -> "&digits=" + two).orElse(""));
        return heard(form);
    }

    /** What the page that began it hears when it asks. */
    Said heard(Begun begun) {
        Outcome outcome = bench.outcome(begun);
        if (outcome.approval().isPresent()) {
            return said(outcome.approval().get());
        }
        ChallengeState state = outcome.state();
        String word = state == ChallengeState.APPROVED ? "AlreadyAnswered" : capitalized(state.name());
        return new Said(word, Optional.empty());
    }

    private static Said said(Answer answer) {
        return new Said(
                answer.getClass().getSimpleName(),
                answer instanceof Answer.Approved approved ? Optional.of(approved.assurance()) : Optional.empty());
    }

    static String token(Begun begun) {
        return begun.value(begun.plan().link().orElseThrow());
    }

    private static String code(Begun begun) {
        return begun.value(begun.plan().secret().orElseThrow().placeholder());
    }

    private static String alphabet(Begun begun) {
        return begun.plan().secret().orElseThrow().alphabet();
    }

    private static String text(Begun begun) {
        return begun.started().invitation().orElseThrow().text();
    }

    private static String messageId(Begun begun) {
        return begun.message().orElseThrow().path("id").asText();
    }

    static String payload(Begun begun, boolean yes) {
        for (JsonNode button : begun.message().orElseThrow().path("buttons")) {
            if (YES.matcher(button.path("value").asText()).matches() == yes) {
                return button.path("payload").asText();
            }
        }
        throw new AssertionError("the message has no button that says " + (yes ? "yes" : "no"));
    }

    /** The proof of one challenge under the id of the other. */
    private static String mixed(Begun begun, Begun other) {
        String proof = payload(other, true);
        return begun.started().id() + proof.substring(proof.indexOf('.'));
    }

    /** The same but for the last character, which is another one each time. */
    private static String spoiled(String right, String alphabet, int number) {
        int last = right.length() - 1;
        int now = Math.max(0, alphabet.indexOf(right.charAt(last)));
        int step = 1 + number % (alphabet.length() - 1);
        char other = alphabet.charAt((now + step) % alphabet.length());
        return right.substring(0, last) + (other == right.charAt(last) ? '!' : other);
    }

    private static String capitalized(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
