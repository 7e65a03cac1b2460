package io.chatauth;

import io.chatauth.internal.engine.Engine;
import io.chatauth.internal.engine.Explainer;
import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.internal.http.Transport;
import io.chatauth.template.Explanation;
import io.chatauth.template.ExplanationTable;
import java.util.Objects;
import java.util.Optional;

/**
 * Authenticates people in the chat app they already use. One instance is one Infobip account; make one and keep it. Safe
 * for use by many threads; close it at the end, so that what is in flight is finished and the rest stays stored.
 */
public final class ChatAuth implements AutoCloseable {
    private final Engine engine;
    private final Explainer explainer;
    private final Templates templates;
    private final Webhooks webhooks;
    private final Addresses addresses;
    private final KeyControl keys;
    private final Consents consents;
    private final Discovery discovery;
    private final Transport transport;

    ChatAuth(Engine engine, TemplateDesk desk, Webhooks webhooks, Discovery discovery, Transport transport) {
        this.engine = engine;
        this.explainer = new Explainer(engine);
        this.templates = new Templates(desk);
        this.webhooks = webhooks;
        this.addresses = new Addresses(engine.addresses());
        this.keys = new KeyControl(engine.keys());
        this.consents = new Consents(engine.consents());
        this.discovery = discovery;
        this.transport = transport;
    }

    /**
     * Begins the configuration.
     *
     * @return a builder that knows nothing yet
     */
    public static ChatAuthBuilder builder() {
        return new ChatAuthBuilder();
    }

    /**
     * Starts a challenge: checks the request, counts it, stores it, and hands its message over. Returns as soon as challenge
     * and message are stored; what the provider says comes by {@link Started#accepted()}.
     *
     * @param request what is asked for
     * @return the challenge
     * @throws RequestException if something is wrong with the request; nothing was counted or stored
     * @throws BusyException if the queue is full; nothing was counted or stored
     * @throws LimitReachedException if too much was sent to this recipient; nothing was stored
     * @throws ConsentWithdrawnException if the person wants no more messages of the sender; nothing was counted or stored
     * @throws StoreException if a store can't be reached; nothing is issued without one
     */
    public Started start(ChallengeRequest request) {
        return engine.start(Objects.requireNonNull(request, "request"));
    }

    /**
     * Judges what a person typed. The attempt is counted before it is compared.
     *
     * @param id the challenge, as {@link Started#id()} gave it
     * @param code what the person typed
     * @param expect what the challenge must be about
     * @return the answer
     * @throws RequestException if the challenge's flow takes no typed answers
     * @throws UnknownKeyException if this node lacks the challenge's key, or it is retired; no attempt is spent
     * @throws StoreException if the challenge store can't be reached
     */
    public Answer verify(ChallengeId id, String code, Expect expect) {
        return engine.verify(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(code, "code"),
                Objects.requireNonNull(expect, "expect"));
    }

    /**
     * Tells what happened so far. An approval that was decided elsewhere is handed out once.
     *
     * @param id the challenge
     * @param expect what the challenge must be about
     * @return the outcome; empty if there is no such challenge, or it is about something else
     * @throws StoreException if the challenge store can't be reached
     */
    public Optional<Outcome> outcome(ChallengeId id, Expect expect) {
        return engine.outcome(Objects.requireNonNull(id, "id"), Objects.requireNonNull(expect, "expect"));
    }

    /**
     * Sends the message again, with the same code, after its cooldown.
     *
     * @param id the challenge
     * @param expect what the challenge must be about
     * @return what became of it
     * @throws RequestException if the template or channel is not usable any more, or the flow sends nothing
     * @throws ConsentWithdrawnException if the person wants no more messages of the sender
     * @throws BusyException if the queue is full
     * @throws StoreException if a store can't be reached
     */
    public ResendAnswer resend(ChallengeId id, Expect expect) {
        return engine.resend(Objects.requireNonNull(id, "id"), Objects.requireNonNull(expect, "expect"));
    }

    /**
     * Withdraws an open challenge. A message that has not left yet does not leave.
     *
     * @param id the challenge
     * @param expect what the challenge must be about
     * @return {@link Answer.Cancelled} if it is withdrawn now or was before, else how it had ended
     * @throws StoreException if the challenge store can't be reached
     */
    public Answer cancel(ChallengeId id, Expect expect) {
        return engine.cancel(Objects.requireNonNull(id, "id"), Objects.requireNonNull(expect, "expect"));
    }

    /**
     * Completes a challenge from the team's own system, such as after the person's call. Nothing is proven by the chat app:
     * the assurance is {@link Assurance#NONE}.
     *
     * @param id the challenge
     * @param expect what the challenge must be about
     * @return the answer
     * @throws RequestException if the challenge's flow can't be completed this way
     * @throws StoreException if the challenge store can't be reached
     */
    public Answer complete(ChallengeId id, Expect expect) {
        return engine.complete(Objects.requireNonNull(id, "id"), Objects.requireNonNull(expect, "expect"));
    }

    /**
     * Shows how a template will look on a channel and what was changed, before anything is sent.
     *
     * @param template the template's name
     * @param channel the channel
     * @return the explanation; its text is for people
     * @throws RequestException if there is no such template or channel
     */
    public Explanation explain(String template, ChannelId channel) {
        return explainer.explain(channel, template, Optional.empty());
    }

    /**
     * Shows how a template will look on every channel there is.
     *
     * @param template the template's name
     * @return a row for each channel, a refused one too; its text is a table for people
     * @throws RequestException if there is no such template
     */
    public ExplanationTable explain(String template) {
        return explainer.explain(template);
    }

    /**
     * Gives the templates' other half, at the providers.
     *
     * @return always the same object
     */
    public Templates templates() {
        return templates;
    }

    /**
     * Gives the receiver of what providers post.
     *
     * @return always the same object
     */
    public Webhooks webhooks() {
        return webhooks;
    }

    /**
     * Gives what is known about people's other addresses.
     *
     * @return always the same object
     */
    public Addresses addresses() {
        return addresses;
    }

    /**
     * Lists every limit that holds. Its text is a table, for people.
     *
     * @return the limits as they are configured
     */
    public Limits limits() {
        return engine.guard().limits();
    }

    /**
     * Lets a person answer again whose wrong answers are used up, because the application knows them by another factor.
     *
     * @param tenant the tenant
     * @param channel the channel
     * @param sender the business sender; it does not matter where the address is a phone number
     * @param person the person's address
     * @throws RequestException if the address can't be read
     * @throws StoreException if the shared state can't be reached
     */
    public void unlock(Tenant tenant, ChannelId channel, String sender, Address person) {
        engine.unlock(tenant, channel, sender, person);
    }

    /**
     * Gives what operators do with keys.
     *
     * @return always the same object
     */
    public KeyControl keys() {
        return keys;
    }

    /**
     * Gives who agreed to get messages, and who wants no more.
     *
     * @return always the same object
     */
    public Consents consents() {
        return consents;
    }

    /**
     * Tells which extensions were loaded, replaced, excluded, and which failed.
     *
     * @return the report
     */
    public Discovery discovery() {
        return discovery;
    }

    /**
     * Tells how many events listeners were too slow for, since the start: they were heard by nobody.
     *
     * @return the number, 0 if all is well
     */
    public long droppedEvents() {
        return engine.parts().events().dropped();
    }

    /**
     * Does now what is done every 10 seconds: sends what was stored by a node that is gone, lets challenges expire, purges.
     *
     * @return how many messages were handed over
     * @throws StoreException if a store can't be reached
     */
    public int recover() {
        return engine.recover();
    }

    /** Finishes what is in flight, within 10 seconds unless configured otherwise, and leaves the rest stored. */
    @Override
    public void close() {
        engine.close();
        transport.close();
    }
}
