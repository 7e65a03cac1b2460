/** KakaoTalk AlimTalk: its endpoint, its rules, its declared templates. */
@NullMarked
package io.chatauth.sandbox.internal.kakao;

import org.jspecify.annotations.NullMarked;
