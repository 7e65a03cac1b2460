package io.chatauth.internal.page;

import java.util.Map;

/** Korean, in its formal register. */
final class InKorean {
    static final Words WORDS = Words.of(
            "ko",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "로그인"),
                    Map.entry(Phrase.SIGN_IN_HERE, "이 브라우저에서 {site} 로그인을 요청하셨습니다. 계속하려면 버튼을 눌러 주세요."),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "{site} 로그인을 요청하신 브라우저가 아닌 다른 브라우저에서 링크를 여셨습니다. 로그인을 요청한 화면에 표시된 숫자 두 자리를 입력해 주세요."),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "본인이 요청하지 않았다면 이 페이지를 닫아 주세요. 아무 일도 일어나지 않습니다. 숫자를 다른 사람에게 알려주지 말고, 다른 사람이 알려준 숫자를 입력하지 마세요."),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "로그인"),
                    Map.entry(Phrase.DIGITS, "숫자 두 자리"),
                    Map.entry(Phrase.ONE_TRY, "한 번만 입력할 수 있습니다."),
                    Map.entry(Phrase.PAYMENT, "결제 승인"),
                    Map.entry(Phrase.PAYMENT_HERE, "{site}에서 승인을 기다리는 결제입니다. 승인하시겠습니까?"),
                    Map.entry(Phrase.PAYMENT_ELSEWHERE, "승인하시려면 결제를 시작한 화면에 표시된 숫자 두 자리를 입력해 주세요. 거절할 때는 필요하지 않습니다."),
                    Map.entry(Phrase.PAYMENT_NOT_ME, "본인이 요청하지 않았다면 거절해 주세요. 다른 사람이 알려준 숫자를 입력하지 마세요."),
                    Map.entry(Phrase.AMOUNT, "금액"),
                    Map.entry(Phrase.PAYEE, "받는 분"),
                    Map.entry(Phrase.CONFIRM, "승인"),
                    Map.entry(Phrase.REFUSE, "거절"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "로그인되었습니다"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "결제가 승인되었습니다"),
                    Map.entry(Phrase.GO_BACK, "이 페이지를 닫고 처음 화면으로 돌아가시면 됩니다."),
                    Map.entry(Phrase.REFUSED, "결제가 거절되었습니다"),
                    Map.entry(Phrase.REFUSED_TEXT, "알려 주셔서 감사합니다. 결제는 승인되지 않았습니다. 이 페이지를 닫으셔도 됩니다."),
                    Map.entry(Phrase.WRONG, "숫자가 올바르지 않습니다"),
                    Map.entry(Phrase.WRONG_TEXT, "안전을 위해 이 링크는 더 이상 사용할 수 없습니다. 처음 화면으로 돌아가 다시 시작해 주세요."),
                    Map.entry(Phrase.OVER, "더 이상 사용할 수 없는 링크입니다"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "링크는 한 번만 사용할 수 있으며, 이미 사용되었거나 취소되었습니다. 직접 버튼을 누르셨다면 정상적으로 처리된 것입니다. 그렇지 않다면 다시 시작해 주세요."),
                    Map.entry(Phrase.EXPIRED, "링크가 만료되었습니다"),
                    Map.entry(Phrase.EXPIRED_TEXT, "링크는 몇 분 동안만 사용할 수 있습니다. 처음 화면으로 돌아가 다시 시작해 주세요."),
                    Map.entry(Phrase.UNKNOWN, "링크가 올바르지 않습니다"),
                    Map.entry(Phrase.UNKNOWN_TEXT, "가장 최근 메시지에 있는 링크를 그대로 열거나 다시 시작해 주세요."),
                    Map.entry(Phrase.LATER, "잠시 후 다시 시도해 주세요"),
                    Map.entry(Phrase.LATER_TEXT, "지금은 처리할 수 없습니다. 링크는 사용되지 않았으니 잠시 후 다시 열어 주세요."),
                    Map.entry(Phrase.AGAIN, "페이지를 너무 오래 열어 두었거나 내용이 모두 전송되지 않았습니다. 다시 시도해 주세요."),
                    Map.entry(Phrase.DIGITS_MISSING, "먼저 숫자 두 자리를 입력해 주세요.")));

    private InKorean() {}
}
