package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
import io.chatauth.flow.Wording.Question;

/** Korean. */
final class Korean {
    static final Wording WORDS = new Wording(
            "ko",
            new Labelled("인증번호는 {{code}}입니다. 다른 사람에게 알려주지 마세요.", "인증번호 복사"),
            new Labelled(
                    "로그인을 요청하셨습니다. 계속하려면 아래 링크를 열어 주세요. 링크는 몇 분 동안 한 번만 사용할 수 있습니다." + " 본인이 요청하지 않았다면 이 메시지를 무시해 주세요.",
                    "로그인"),
            "이 채팅으로 {{site}}의 메시지를 받는 데 동의합니다. 코드: {{code}}. {{site}}에서 제가 직접 시작했으므로 보냅니다.",
            "감사합니다. 이 채팅에서 메시지를 받는 데 동의하셨습니다.",
            new Question("""
                    승인을 기다리는 결제가 있습니다.
                    금액: {{amount}}
                    받는 분: {{payee}}
                    이 결제를 승인하시겠습니까?""", new Answer("승인", "예"), new Answer("거절", "아니요")),
            new Labelled("""
                    결제를 승인하기 위한 인증번호입니다.
                    금액: {{amount}}
                    받는 분: {{payee}}
                    {{code}}
                    본인이 요청한 결제인 경우에만 입력하고, 다른 사람에게 알려주지 마세요.""", "인증번호 복사"),
            new Labelled("안녕하세요, {{name}}님. 새 카드를 보내 드렸습니다. 카드를 사용하시려면 전화로 등록해 주세요.", "전화하기"),
            "승인을 기다리는 결제가 있습니다.\n금액: {{amount}}\n받는 분: {{payee}}\n승인하시려면 결제를 시작한 화면에 표시된 숫자 두 자리를 답장으로 보내 주세요. 본인이 요청하지 않았다면 거절해 주세요.",
            new Labelled(
                    "승인을 기다리는 결제가 있습니다.\n금액: {{amount}}\n받는 분: {{payee}}\n승인하거나 거절하려면 아래 링크를 열어 주세요. 링크는 몇 분 동안 한 번만 사용할 수 있습니다.",
                    "결제 확인"));

    private Korean() {}
}
