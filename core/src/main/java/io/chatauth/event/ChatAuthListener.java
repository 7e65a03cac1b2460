package io.chatauth.event;

/**
 * Hears what happens, off the decision path: on one thread of ChatAuth's own, in order for each challenge, at most once. A
 * slow or throwing listener harms nobody, but events that find the queue full are dropped and counted. What must not be
 * missed is read from the store.
 */
@FunctionalInterface
public interface ChatAuthListener {
    /**
     * Hears one event.
     *
     * @param event what happened; numbers in it are masked, secrets never stand in it
     */
    void on(ChatAuthEvent event);
}
