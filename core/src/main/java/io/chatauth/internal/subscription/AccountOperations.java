package io.chatauth.internal.subscription;

import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import java.util.List;

/**
 * What is asked of the account itself, to let webhooks come. Source: the specs' {@code x-scopes}, which know no limits here; of
 * inbound settings the documentation.
 */
public final class AccountOperations {
    static final String SECURITY = "/subscriptions/1/security";
    static final String PROFILES = "/subscriptions/1/profiles";
    static final String SUBSCRIPTIONS = "/subscriptions/1/subscription";
    static final String INBOUND = "/resource-management/1/inbound-message-configurations";

    private static final String ONE_SECURITY = SECURITY + "/{authId}";
    private static final String ONE_PROFILE = PROFILES + "/{profileId}";
    private static final String OF_CHANNEL = SUBSCRIPTIONS + "/{channel}";
    private static final String ONE_SUBSCRIPTION = OF_CHANNEL + "/{subscriptionId}";
    private static final String WEBHOOKS = "subscriptions:manage";
    private static final String NUMBERS = "numbers:manage";

    /** In the order of {@code webhooks().plan()} and {@code apply()}. */
    public static final List<ApiOperation> ALL = List.of(
            ApiOperation.of(Kind.READ_WEBHOOKS, "GET " + ONE_SECURITY, WEBHOOKS),
            ApiOperation.of(Kind.READ_WEBHOOKS, "GET " + ONE_PROFILE, WEBHOOKS),
            ApiOperation.of(Kind.READ_WEBHOOKS, "GET " + ONE_SUBSCRIPTION, WEBHOOKS),
            ApiOperation.of(Kind.SET_UP_WEBHOOKS, "POST " + SECURITY, WEBHOOKS),
            ApiOperation.of(Kind.SET_UP_WEBHOOKS, "PUT " + ONE_SECURITY, WEBHOOKS),
            ApiOperation.of(Kind.SET_UP_WEBHOOKS, "POST " + PROFILES, WEBHOOKS),
            ApiOperation.of(Kind.SET_UP_WEBHOOKS, "PUT " + ONE_PROFILE, WEBHOOKS),
            ApiOperation.of(Kind.SET_UP_WEBHOOKS, "POST " + OF_CHANNEL, WEBHOOKS),
            ApiOperation.of(Kind.SET_UP_WEBHOOKS, "PUT " + ONE_SUBSCRIPTION, WEBHOOKS),
            ApiOperation.of(Kind.READ_INBOUND, "GET " + INBOUND, NUMBERS),
            ApiOperation.of(Kind.SET_UP_INBOUND, "POST " + INBOUND, NUMBERS));

    private AccountOperations() {}
}
