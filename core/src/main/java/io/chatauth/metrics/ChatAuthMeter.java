package io.chatauth.metrics;

import java.util.List;

/** What is measured: names, tags and meaning stand here once, for the code and for its document. */
enum ChatAuthMeter {
    STARTED("chatauth.challenges.started", "counter", "challenges that were stored", "flow", "channel", "country"),
    ENDED(
            "chatauth.challenges.ended",
            "counter",
            "challenges that ended, by state",
            "flow",
            "channel",
            "country",
            "state"),
    ANSWER_TIME(
            "chatauth.answer.time",
            "timer",
            "from the start of a challenge to its approval",
            "flow",
            "channel",
            "country"),
    ANSWERS(
            "chatauth.answers",
            "counter",
            "answers, by how they came and what they led to",
            "flow",
            "channel",
            "kind",
            "result"),
    MESSAGES(
            "chatauth.messages",
            "counter",
            "messages that became accepted, sent, delivered, seen or failed",
            "channel",
            "country",
            "status",
            "reason"),
    UNDELIVERED("chatauth.challenges.undelivered", "counter", "times that every message of a challenge had failed"),
    LIMITS("chatauth.limits.reached", "counter", "requests and answers that a limit refused", "limit"),
    WEBHOOKS("chatauth.webhooks.refused", "counter", "webhooks that were refused", "channel"),
    FRAUD("chatauth.fraud.reports", "counter", "people who said that it was not them", "channel"),
    GUESSED(
            "chatauth.guesses.exhausted",
            "counter",
            "times that all guesses of a challenge, or of its recipient for a day, were used up",
            "channel",
            "whose",
            "told"),
    CONSENTS(
            "chatauth.consents.changed",
            "counter",
            "people who agreed to messages of a sender, or want no more, and who said it",
            "channel",
            "change",
            "source"),
    UNCLEAR("chatauth.answers.unclear", "counter", "replies of which nobody can tell what they answer", "channel"),
    ALERTS("chatauth.operator.alerts", "counter", "things that an operator must mend; the log says what"),
    COMPROMISED("chatauth.keys.compromised", "counter", "keys that were declared compromised on this node"),
    DROPPED("chatauth.events.dropped", "counter", "events that listeners were too slow for; then all others lack some");

    private final String meter;
    private final String type;
    private final String description;
    private final String tags;

    ChatAuthMeter(String meter, String type, String description, String... tags) {
        this.meter = meter;
        this.type = type;
        this.description = description;
        this.tags = String.join(",", tags);
    }

    String meter() {
        return meter;
    }

    String type() {
        return type;
    }

    String description() {
        return description;
    }

    List<String> tags() {
        return tags.isEmpty() ? List.of() : List.of(tags.split(",", -1));
    }
}
