/** KakaoTalk as a channel of ChatAuth: AlimTalk's approved texts with links, delivery reports, no answers. */
@NullMarked
package io.chatauth.channel.kakao;

import org.jspecify.annotations.NullMarked;
