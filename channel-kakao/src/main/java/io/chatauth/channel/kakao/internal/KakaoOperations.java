package io.chatauth.channel.kakao.internal;

import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import java.util.List;

/** What KakaoTalk's part of the API wants of credentials and pace. Source: the specs' {@code x-scopes} and throttling. */
final class KakaoOperations {
    private static final String[] SEND = {"message:send", "kakao:message:send", "kakao:manage"};

    static final List<ApiOperation> ALL = List.of(ApiOperation.of(Kind.SEND, "POST " + KakaoEncoder.PATH, SEND));

    private KakaoOperations() {}
}
