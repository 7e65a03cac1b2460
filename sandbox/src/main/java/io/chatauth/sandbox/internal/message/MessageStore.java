package io.chatauth.sandbox.internal.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All messages in their order; beyond the limit the oldest give way. Safe for use by many threads: what is to happen in
 * the order of the changes, such as queueing a report, is done by the caller's consumer while the store is held.
 */
public final class MessageStore {
    private final int limit;
    private final NavigableMap<Long, Message> messages = new TreeMap<>();
    private final Map<String, Long> newestById = new HashMap<>();
    private long last;

    /**
     * Makes an empty store.
     *
     * @param limit how many messages are kept
     */
    public MessageStore(int limit) {
        this.limit = limit;
    }

    /**
     * Adds a message at the end.
     *
     * @param message the message
     * @return the message with its number
     */
    public synchronized Message add(Message message) {
        last++;
        Message numbered = message.numbered(last);
        messages.put(last, numbered);
        newestById.put(numbered.messageId(), last);
        if (messages.size() > limit) {
            Message oldest = messages.pollFirstEntry().getValue();
            newestById.remove(oldest.messageId(), oldest.number());
        }
        return numbered;
    }

    /**
     * Changes a message.
     *
     * @param number its number
     * @param change gives the changed message, or null to leave it
     * @param then gets the changed message while nobody else can change it
     */
    public synchronized void update(long number, Function<Message, @Nullable Message> change, Consumer<Message> then) {
        Message before = messages.get(number);
        Message after = before == null ? null : change.apply(before);
        if (after != null) {
            messages.put(number, after);
            then.accept(after);
        }
    }

    /**
     * Finds the newest message with an id.
     *
     * @param messageId the id
     * @return the message, or null
     */
    public synchronized @Nullable Message find(String messageId) {
        Long number = newestById.get(messageId);
        return number == null ? null : messages.get(number);
    }

    /**
     * Finds the newest message of a kind.
     *
     * @param wanted which kind
     * @return the message, or null
     */
    public synchronized @Nullable Message newest(Predicate<Message> wanted) {
        return messages.descendingMap().values().stream()
                .filter(wanted)
                .findFirst()
                .orElse(null);
    }

    /**
     * Lists messages.
     *
     * @param wanted which ones
     * @return the messages, oldest first
     */
    public synchronized List<Message> list(Predicate<Message> wanted) {
        List<Message> list = new ArrayList<>();
        for (Message message : messages.values()) {
            if (wanted.test(message)) {
                list.add(message);
            }
        }
        return list;
    }

    /** Forgets all messages. */
    public synchronized void clear() {
        messages.clear();
        newestById.clear();
    }
}
