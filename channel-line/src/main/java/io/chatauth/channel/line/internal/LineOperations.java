package io.chatauth.channel.line.internal;

import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import java.util.List;

/** What LINE's part of the API wants of credentials and pace. Source: the specs' {@code x-scopes} and throttling. */
final class LineOperations {
    private static final String[] SEND = {"message:send", "line:message:send", "line:manage"};

    static final List<ApiOperation> ALL = List.of(ApiOperation.of(Kind.SEND, "POST " + LineEncoder.PATH, SEND));

    private LineOperations() {}
}
