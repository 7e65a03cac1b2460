package io.chatauth.internal.page;

import java.util.Map;

/** Japanese, in its formal register. */
final class InJapanese {
    static final Words WORDS = Words.of(
            "ja",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "ログイン"),
                    Map.entry(Phrase.SIGN_IN_HERE, "このブラウザーで{site}へのログインが申し込まれました。続けるにはボタンを押してください。"),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "{site}へのログインを申し込んだブラウザーとは別のブラウザーでリンクが開かれました。申し込んだ画面に表示されている2桁の数字を入力してください。"),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "お心当たりがない場合は、このページを閉じてください。何も起こりません。数字を誰にも教えず、他人から伝えられた数字を入力しないでください。"),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "ログイン"),
                    Map.entry(Phrase.DIGITS, "2桁の数字"),
                    Map.entry(Phrase.ONE_TRY, "入力できるのは1回だけです。"),
                    Map.entry(Phrase.PAYMENT, "お支払いの承認"),
                    Map.entry(Phrase.PAYMENT_HERE, "{site}でのお支払いが承認を待っています。承認しますか。"),
                    Map.entry(Phrase.PAYMENT_ELSEWHERE, "承認するには、お支払い手続きの画面に表示されている2桁の数字を入力してください。拒否する場合は不要です。"),
                    Map.entry(Phrase.PAYMENT_NOT_ME, "お心当たりがない場合は、拒否してください。他人から伝えられた数字を入力しないでください。"),
                    Map.entry(Phrase.AMOUNT, "金額"),
                    Map.entry(Phrase.PAYEE, "お支払い先"),
                    Map.entry(Phrase.CONFIRM, "承認する"),
                    Map.entry(Phrase.REFUSE, "拒否する"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "ログインしました"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "お支払いを承認しました"),
                    Map.entry(Phrase.GO_BACK, "このページを閉じて、元の画面に戻ってください。"),
                    Map.entry(Phrase.REFUSED, "お支払いを拒否しました"),
                    Map.entry(Phrase.REFUSED_TEXT, "ご連絡ありがとうございます。このお支払いは承認されていません。このページを閉じてかまいません。"),
                    Map.entry(Phrase.WRONG, "数字が正しくありません"),
                    Map.entry(Phrase.WRONG_TEXT, "安全のため、このリンクは無効になりました。元の画面に戻り、最初からやり直してください。"),
                    Map.entry(Phrase.OVER, "このリンクは使用できません"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "リンクは1回だけ有効で、すでに使用されたか取り消されました。ご自身でボタンを押された場合は問題ありません。それ以外の場合は、最初からやり直してください。"),
                    Map.entry(Phrase.EXPIRED, "リンクの有効期限が切れました"),
                    Map.entry(Phrase.EXPIRED_TEXT, "リンクは数分間だけ有効です。元の画面に戻り、最初からやり直してください。"),
                    Map.entry(Phrase.UNKNOWN, "このリンクは正しくありません"),
                    Map.entry(Phrase.UNKNOWN_TEXT, "最新のメッセージにあるリンクをそのまま開くか、最初からやり直してください。"),
                    Map.entry(Phrase.LATER, "しばらくしてからもう一度お試しください"),
                    Map.entry(Phrase.LATER_TEXT, "現在処理できません。リンクは使用されていませんので、しばらくしてからもう一度開いてください。"),
                    Map.entry(Phrase.AGAIN, "ページを開いてから時間が経ちすぎたか、内容がすべて送信されませんでした。もう一度お試しください。"),
                    Map.entry(Phrase.DIGITS_MISSING, "先に2桁の数字を入力してください。")));

    private InJapanese() {}
}
