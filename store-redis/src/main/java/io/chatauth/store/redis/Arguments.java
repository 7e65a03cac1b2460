package io.chatauth.store.redis;

import io.chatauth.MessageStatus;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Transitions as {@code apply.lua} takes them: the kind, who writes, the time, and what the kind needs. */
final class Arguments {
    private Arguments() {}

    static List<String> of(Transition transition, String writer) {
        List<String> all = new ArrayList<>();
        all.add(transition.getClass().getSimpleName());
        all.add(writer);
        if (transition instanceof Transition.CountAttempt count) {
            all.addAll(List.of(
                    Millis.of(count.at()),
                    String.valueOf(count.freeAttempts()),
                    Millis.of(count.at().plus(count.gap()))));
            all.addAll(count.keyIds());
        } else if (transition instanceof Transition.Answer answer) {
            all.addAll(List.of(
                    Millis.of(answer.at()),
                    String.valueOf(answer.generation()),
                    answer.to().name(),
                    answer.assurance().name(),
                    flag(answer.handedOut())));
        } else if (transition instanceof Transition.Send send) {
            all.addAll(List.of(
                    Millis.of(send.at()),
                    Row.message(send.message()),
                    Millis.of(send.nextSendAt()),
                    send.nextStepAt().map(Millis::of).orElse(""),
                    flag(send.newGeneration())));
        } else if (transition instanceof Transition.NextStep next) {
            all.addAll(List.of(
                    Millis.of(next.at()), next.nextStepAt().map(Millis::of).orElse("")));
        } else if (transition instanceof Transition.MessageUpdate update) {
            all.addAll(update(update));
        } else if (transition instanceof Transition.Lease lease) {
            all.addAll(List.of(
                    Millis.of(lease.at()), lease.messageId(), Row.clean(lease.node()), Millis.of(lease.until())));
        } else if (transition instanceof Transition.Rekey rekey) {
            all.addAll(List.of(
                    Millis.of(rekey.at()),
                    rekey.recipientKey(),
                    rekey.subjectKey(),
                    rekey.purposeKey(),
                    Row.join(rekey.lookups()),
                    rekey.indexKeyId(),
                    Row.payload(rekey.payload()),
                    rekey.payload().keyId()));
        } else {
            all.add(Millis.of(at(transition)));
        }
        return all;
    }

    private static Instant at(Transition transition) {
        if (transition instanceof Transition.HandOut handOut) {
            return handOut.at();
        } else if (transition instanceof Transition.Cancel cancel) {
            return cancel.at();
        }
        return ((Transition.Expire) transition).at();
    }

    private static List<String> update(Transition.MessageUpdate update) {
        List<String> all = new ArrayList<>(List.of(
                Millis.of(update.at()), update.messageId(), update.status().name()));
        all.addAll(Row.failure(update.status() == MessageStatus.FAILED ? update.failure() : Optional.empty()));
        all.add(Row.providerId(update.providerId()));
        Arrays.stream(MessageStatus.values())
                .filter(status -> status.mayBecome(update.status()))
                .forEach(status -> all.add(status.name()));
        return all;
    }

    private static String flag(boolean set) {
        return set ? "1" : "0";
    }
}
