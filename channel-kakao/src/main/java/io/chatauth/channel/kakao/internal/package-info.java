/** How KakaoTalk's capabilities, requests, answers and webhooks look on Infobip's API. */
@NullMarked
package io.chatauth.channel.kakao.internal;

import org.jspecify.annotations.NullMarked;
