package io.chatauth.audit;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.FlowId;
import io.chatauth.KeyRing;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.template.Approval;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event of every kind, with all its parts, made of what their types are. */
final class SampleEvents {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private SampleEvents() {}

    static List<ChatAuthEvent> all(String text) {
        return Arrays.stream(ChatAuthEvent.class.getPermittedSubclasses())
                .map(type -> of(type, text))
                .toList();
    }

    /** Every part that is a text is the given one. */
    static ChatAuthEvent of(Class<?> type, String text) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = Arrays.stream(parts)
                .map(part -> value(part.getGenericType(), text))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (ChatAuthEvent) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static Object value(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class
                    ? Optional.of(value(generic.getActualTypeArguments()[0], text))
                    : Map.of("k1", KeyRing.State.ACTIVE);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        Map<Class<?>, Object> values = Map.of(
                String.class,
                text,
                int.class,
                3,
                long.class,
                4L,
                boolean.class,
                true,
                Instant.class,
                AT,
                Tenant.class,
                Tenant.of("acme"),
                ChallengeId.class,
                ChallengeId.of("challenge-1"),
                FlowId.class,
                FlowId.of("verification-code"),
                ChannelId.class,
                ChannelId.of("whatsapp"));
        if (plain == DeliveryFailure.class) {
            return new DeliveryFailure(FailureReason.values()[0], text, text);
        }
        if (plain == Approval.class) {
            return new Approval(Approval.State.PAUSED, Approval.Source.OBSERVED, text, Optional.of(AT));
        }
        Object value = values.get(plain);
        if (value == null) {
            throw new AssertionError("give SampleEvents a value of " + plain + ", and look at its line in the audit");
        }
        return value;
    }

    static ChatAuthEvent.ChallengeEnded ended() {
        return new ChatAuthEvent.ChallengeEnded(
                AT.plusSeconds(9),
                Tenant.DEFAULT,
                ChallengeId.of("challenge-1"),
                FlowId.of("verification-code"),
                ChannelId.of("whatsapp"),
                ChallengeState.APPROVED,
                Optional.of(Assurance.SECRET),
                AT,
                Optional.of("+44*******01"),
                Optional.of("GB"),
                "k1");
    }
}
