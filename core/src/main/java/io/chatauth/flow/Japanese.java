package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
import io.chatauth.flow.Wording.Question;

/** Japanese. */
final class Japanese {
    static final Wording WORDS = new Wording(
            "ja",
            new Labelled("認証コードは{{code}}です。他の人に教えないでください。", "コードをコピー"),
            new Labelled(
                    "ログインのお申し込みがありました。続けるには、下のリンクを開いてください。リンクは数分間、1回だけ有効です。" + "お心当たりがない場合は、このメッセージを無視してください。", "ログイン"),
            "このチャットで{{site}}からのメッセージを受け取ることに同意します。コード：{{code}}。{{site}}で自分で手続きを始めたので送信します。",
            "ありがとうございます。このチャットでのメッセージの受信に同意いただきました。",
            new Question("""
                    お支払いのご確認をお願いいたします。
                    金額：{{amount}}
                    お支払い先：{{payee}}
                    このお支払いを承認しますか。""", new Answer("承認する", "はい"), new Answer("拒否する", "いいえ")),
            new Labelled("""
                    お支払いを承認するためのコードです。
                    金額：{{amount}}
                    お支払い先：{{payee}}
                    {{code}}
                    ご自身のお支払いの場合にのみ入力してください。コードは誰にも教えないでください。""", "コードをコピー"),
            new Labelled("いつもご利用いただきありがとうございます。{{name}}様の新しいカードをお送りしました。" + "ご利用を始めるには、お電話でお手続きください。", "電話する"),
            "お支払いのご確認をお願いいたします。\n金額：{{amount}}\nお支払い先：{{payee}}\n承認するには、お支払い手続きの画面に表示されている2桁の数字を返信してください。お心当たりがない場合は、拒否してください。",
            new Labelled(
                    "お支払いのご確認をお願いいたします。\n金額：{{amount}}\nお支払い先：{{payee}}\n承認または拒否するには、下のリンクを開いてください。リンクは数分間、1回だけ有効です。",
                    "お支払いを確認"));

    private Japanese() {}
}
