package io.chatauth.internal.subscription;

import io.chatauth.RequestException;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.Subscribable;
import io.chatauth.webhook.ProviderSecurity;
import io.chatauth.webhook.WebhookStep;
import io.chatauth.webhook.WebhookStep.Action;
import io.chatauth.webhook.WebhookStep.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans and does what webhooks need at the provider; the I/O happens on the caller's thread. */
public final class WebhookDesk {
    private static final String NOTHING_PROVES =
            "nothing is configured that proves webhooks, so none would be taken: set chatauth.webhook.hmac.secret and"
                    + " chatauth.webhook.hmac.header, chatauth.webhook.username and chatauth.webhook.password, or"
                    + " chatauth.webhook.bearer. Reports come all the same, by the URL in each message";

    private final Api api;
    private final Optional<URI> base;
    private final Optional<ProviderSecurity> way;
    private final List<Wish> wishes;

    /**
     * Makes a desk; asks nothing.
     *
     * @param transport carries the requests
     * @param timeout how long one may take
     * @param base where the provider reaches this application, if it can
     * @param ways how webhooks may prove themselves; the first that Infobip's API can set up is used
     * @param wishes the channels
     */
    public WebhookDesk(
            Transport transport, Duration timeout, Optional<URI> base, List<ProviderSecurity> ways, List<Wish> wishes) {
        this.api = new Api(transport, timeout);
        this.base = base;
        this.way = ways.stream()
                .filter(one -> !(one instanceof ProviderSecurity.Certificate))
                .findFirst()
                .or(() -> ways.stream().findFirst());
        this.wishes = List.copyOf(wishes);
    }

    /**
     * Reads what stands there and says what there is to do.
     *
     * @return the steps in the order in which they are done
     * @throws RequestException if there is no webhook URL
     */
    public List<WebhookStep> plan() {
        return drafts().stream().map(Draft::step).toList();
    }

    /**
     * Does what a plan showed.
     *
     * @param shown the steps
     * @throws RequestException if there is something else to do now; then nothing was done
     * @throws io.chatauth.ApiException if the provider refuses one; what was done before it stays
     */
    public void apply(List<WebhookStep> shown) {
        List<Draft> drafts = drafts();
        if (!drafts.stream().map(Draft::step).toList().equals(shown)) {
            throw new RequestException(
                    "The account was changed after this plan was made, and nothing was done. Make a new plan and look at"
                            + " it");
        }
        for (Draft draft : drafts) {
            draft.write().ifPresent(request -> api.write(described(draft.step()), request));
        }
    }

    private static String described(WebhookStep step) {
        return step.action().inWords() + " " + step.subject();
    }

    private List<Draft> drafts() {
        Names names = new Names(base.orElseThrow(() -> new RequestException(
                "There is no webhook URL: set chatauth.webhook.base-url or call webhookUrl(…) with the address at which the"
                        + " provider reaches this application")));
        List<Draft> drafts = new ArrayList<>();
        Optional<Drafts> made = way.map(one -> new Drafts(names, one));
        boolean any = wishes.stream()
                .anyMatch(wish -> !wish.own() && wish.subscribable().isPresent());
        if (any && made.isPresent()) {
            made.get().security(api).ifPresent(drafts::add);
            certificate().ifPresent(drafts::add);
        }
        for (Wish wish : wishes) {
            add(drafts, names, made, wish);
        }
        return drafts;
    }

    private void add(List<Draft> drafts, Names names, Optional<Drafts> made, Wish wish) {
        if (wish.own()) {
            drafts.add(byHand(wish, Kind.PROFILE, "its own provider", "have it post to " + names.url(wish.channel())));
            return;
        }
        if (wish.subscribable().isEmpty()) {
            drafts.add(byHand(
                    wish,
                    Kind.SUBSCRIPTION,
                    "none",
                    "this channel names nothing that can be subscribed; reports come by the URL in each message"));
            return;
        }
        Subscribable subscribable = wish.subscribable().get();
        if (made.isEmpty()) {
            drafts.add(byHand(wish, Kind.SUBSCRIPTION, names.of(wish.channel()), NOTHING_PROVES));
            return;
        }
        drafts.add(made.get().profile(api, wish.channel()));
        drafts.add(made.get().subscription(api, wish, subscribable));
        if (subscribable.events().contains(Subscribable.Event.INBOUND)) {
            for (String name : subscribable.inbound()) {
                wish.senders().forEach(sender -> drafts.add(made.get().inbound(api, wish.channel(), name, sender)));
            }
        }
    }

    private Optional<Draft> certificate() {
        return way.filter(ProviderSecurity.Certificate.class::isInstance)
                .map(one -> new Draft(
                        new WebhookStep(
                                Optional.empty(),
                                Kind.SECURITY,
                                "client certificate",
                                Action.BY_HAND,
                                Securities.describe(one)),
                        Optional.empty()));
    }

    private static Draft byHand(Wish wish, Kind kind, String name, String what) {
        return new Draft(
                new WebhookStep(Optional.of(wish.channel()), kind, name, Action.BY_HAND, List.of(what)),
                Optional.empty());
    }
}
