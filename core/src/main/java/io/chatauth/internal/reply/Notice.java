package io.chatauth.internal.reply;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a person is told whose reply does not count, or whom somebody guesses at, in the built-in languages. */
public enum Notice {
    /** Several questions are open, or the reply says neither yes nor no. */
    HOW_TO_ANSWER(
            Map.of(
                    "en",
                    "We could not tell what you are answering. Please tap a button of the message, or reply to that very message"
                            + " with Y or N.",
                    "de",
                    "Wir konnten Ihre Antwort nicht zuordnen. Bitte tippen Sie auf eine Schaltfläche der Nachricht oder antworten"
                            + " Sie direkt auf diese Nachricht mit J oder N.",
                    "es",
                    "No sabemos a qué responde. Pulse un botón del mensaje o responda a ese mismo mensaje con S o N.",
                    "ko",
                    "어떤 메시지에 대한 답장인지 알 수 없습니다. 메시지의 버튼을 누르거나 해당 메시지에 예 또는 아니요로 답장해 주세요.",
                    "ja",
                    "どのメッセージへの返信か確認できませんでした。メッセージのボタンを押すか、そのメッセージに「はい」または「いいえ」と返信してください。",
                    "th",
                    "เราไม่ทราบว่าคุณตอบข้อความใด โปรดแตะปุ่มในข้อความ หรือตอบกลับข้อความนั้นโดยตรงด้วย ใช่ หรือ ไม่",
                    "vi",
                    "Chúng tôi không rõ bạn trả lời tin nhắn nào. Hãy nhấn nút trong tin nhắn, hoặc trả lời chính tin nhắn đó bằng C"
                            + " hoặc K.",
                    "ar",
                    "لم نتمكن من معرفة الرسالة التي تجيب عنها. يرجى الضغط على زر في الرسالة أو الرد على الرسالة نفسها بكلمة نعم أو لا.")),

    /** A yes needs the two digits. */
    NUMBER_NEEDED(Map.of(
            "en",
            "To confirm, reply with the two digits shown on the page where you started. If this was not you, reply N.",
            "de",
            "Zum Bestätigen antworten Sie bitte mit den zwei Ziffern, die auf der Seite stehen, auf der Sie begonnen haben."
                    + " Waren Sie das nicht, antworten Sie mit N.",
            "es",
            "Para confirmar, responda con las dos cifras que muestra la página donde empezó. Si no fue usted, responda N.",
            "ko",
            "승인하려면 시작한 페이지에 표시된 두 자리 숫자로 답장해 주세요. 본인이 아니라면 아니요라고 답장해 주세요.",
            "ja",
            "承認するには、お手続きを始めたページに表示されている2桁の数字を返信してください。お心当たりがない場合は「いいえ」と返信してください。",
            "th",
            "หากต้องการยืนยัน โปรดตอบกลับด้วยตัวเลขสองหลักที่แสดงในหน้าที่คุณเริ่มต้น หากไม่ใช่คุณ โปรดตอบ ไม่",
            "vi",
            "Để xác nhận, hãy trả lời bằng hai chữ số hiển thị trên trang nơi bạn bắt đầu. Nếu không phải bạn, hãy trả lời K.",
            "ar",
            "للتأكيد، أرسل الرقمين الظاهرين في الصفحة التي بدأت منها. إن لم تكن أنت، فأرسل لا.")),

    /** The question was answered before, or its time is over. */
    TOO_LATE(Map.of(
            "en",
            "This question is no longer open, so your reply changes nothing.",
            "de",
            "Diese Frage ist nicht mehr offen, Ihre Antwort ändert daher nichts.",
            "es",
            "Esta pregunta ya no está abierta, por lo que su respuesta no cambia nada.",
            "ko",
            "이 질문은 이미 종료되어 답장이 반영되지 않습니다.",
            "ja",
            "この確認はすでに終了しているため、ご返信は反映されません。",
            "th",
            "คำถามนี้ปิดไปแล้ว คำตอบของคุณจึงไม่มีผลเปลี่ยนแปลง",
            "vi",
            "Câu hỏi này không còn mở nên câu trả lời của bạn không thay đổi gì.",
            "ar",
            "لم يعد هذا السؤال مفتوحًا، ولذلك لا يغيّر ردك شيئًا.")),

    /** Somebody guessed until no guess was left. */
    GUESSED(
            Map.of(
                    "en",
                    "A request that we sent you was blocked because wrong answers were given. If that was not you, somebody else tried:"
                            + " pass no code on, and tell us.",
                    "de",
                    "Eine Anfrage, die wir Ihnen geschickt haben, wurde wegen falscher Antworten gesperrt. Waren Sie das nicht, hat es"
                            + " jemand anderes versucht: Geben Sie keinen Code weiter und sagen Sie uns Bescheid.",
                    "es",
                    "Una solicitud que le enviamos se ha bloqueado por respuestas incorrectas. Si no fue usted, otra persona lo ha"
                            + " intentado: no comparta ningún código y avísenos.",
                    "ko",
                    "보내 드린 요청이 잘못된 답변으로 차단되었습니다. 본인이 아니라면 다른 사람이 시도한 것입니다. 코드를 누구에게도 알리지 마시고 저희에게 알려 주세요.",
                    "ja",
                    "お送りしたリクエストは、誤った回答が続いたためブロックされました。お心当たりがない場合は、他の人が試した可能性があります。コードを誰にも教えず、当社にご連絡ください。",
                    "th",
                    "คำขอที่เราส่งถึงคุณถูกระงับเพราะมีการตอบผิด หากไม่ใช่คุณ แสดงว่ามีผู้อื่นพยายามทำ โปรดอย่าบอกรหัสแก่ผู้ใดและแจ้งให้เราทราบ",
                    "vi",
                    "Một yêu cầu chúng tôi gửi cho bạn đã bị khóa vì có câu trả lời sai. Nếu không phải bạn, người khác đã thử: đừng đưa mã"
                            + " cho ai và hãy báo cho chúng tôi.",
                    "ar",
                    "تم حظر طلب أرسلناه إليك بسبب إجابات خاطئة. إن لم تكن أنت، فقد حاول شخص آخر: لا تعطِ أي رمز لأحد وأبلغنا."));

    @SuppressWarnings("ImmutableEnumChecker") // Map.of gives an immutable one
    private final Map<String, String> texts;

    Notice(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The text in a language of a code such as {@code de} or {@code de_AT}; in English if there is none. */
    public String text(String languageCode) {
        return Objects.requireNonNull(texts.get(language(languageCode)));
    }

    /** The language that the text is in. */
    public String language(String languageCode) {
        return texts.containsKey(family(languageCode)) ? family(languageCode) : "en";
    }

    private static String family(String languageCode) {
        return languageCode.toLowerCase(Locale.ROOT).split("[_-]", 2)[0];
    }
}
