package io.chatauth.channel.kakao.internal;

import io.chatauth.spi.Options;

/**
 * What can be declared for KakaoTalk.
 *
 * @param texts the texts that were approved
 * @param appLinks the buttons that were registered as app links
 */
record KakaoOptions(KakaoApprovedTexts texts, KakaoAppLinks appLinks) {
    static KakaoOptions from(Options options) {
        return new KakaoOptions(KakaoApprovedTexts.from(options), KakaoAppLinks.from(options));
    }
}
