package io.chatauth.internal.page;

import java.util.Map;

/** Arabic, in its formal register. */
final class InArabic {
    static final Words WORDS = Words.of(
            "ar",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "تسجيل الدخول"),
                    Map.entry(
                            Phrase.SIGN_IN_HERE,
                            "لقد طلبتم تسجيل الدخول إلى {site} في هذا المتصفح. يرجى الضغط على الزر للمتابعة."),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "لقد فتحتم هذا الرابط في متصفح غير الذي طلبتم فيه تسجيل الدخول إلى {site}. يرجى إدخال الرقمين الظاهرين هناك."),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "إذا لم تطلبوا ذلك، فيرجى إغلاق هذه الصفحة ولن يحدث شيء. لا تخبروا أحدًا بالرقمين، ولا تدخلوا رقمين أخبركم بهما شخص آخر."),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "تسجيل الدخول"),
                    Map.entry(Phrase.DIGITS, "رقمان"),
                    Map.entry(Phrase.ONE_TRY, "لديكم محاولة واحدة."),
                    Map.entry(Phrase.PAYMENT, "تأكيد عملية دفع"),
                    Map.entry(Phrase.PAYMENT_HERE, "عملية الدفع هذه بانتظاركم في {site}. هل تؤكدونها؟"),
                    Map.entry(
                            Phrase.PAYMENT_ELSEWHERE,
                            "للتأكيد، يرجى إدخال الرقمين الظاهرين في المكان الذي بدأت فيه العملية. ولا حاجة إليهما للرفض."),
                    Map.entry(
                            Phrase.PAYMENT_NOT_ME,
                            "إذا لم تطلبوها، فيرجى رفضها. ولا تدخلوا رقمين أخبركم بهما شخص آخر."),
                    Map.entry(Phrase.AMOUNT, "المبلغ"),
                    Map.entry(Phrase.PAYEE, "إلى"),
                    Map.entry(Phrase.CONFIRM, "تأكيد"),
                    Map.entry(Phrase.REFUSE, "رفض"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "تم تسجيل دخولكم"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "تم تأكيد عملية الدفع"),
                    Map.entry(Phrase.GO_BACK, "يمكنكم إغلاق هذه الصفحة والعودة إلى حيث بدأتم."),
                    Map.entry(Phrase.REFUSED, "تم رفض عملية الدفع"),
                    Map.entry(
                            Phrase.REFUSED_TEXT, "شكرًا لإبلاغنا. لم يتم تأكيد عملية الدفع. يمكنكم إغلاق هذه الصفحة."),
                    Map.entry(Phrase.WRONG, "الرقمان غير صحيحين"),
                    Map.entry(
                            Phrase.WRONG_TEXT,
                            "حرصًا على سلامتكم، لم يعد هذا الرابط يعمل. يرجى العودة إلى حيث بدأتم والبدء من جديد."),
                    Map.entry(Phrase.OVER, "لم يعد هذا الرابط صالحًا"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "يعمل الرابط مرة واحدة، وقد استُخدم أو أُلغي. إذا كنتم قد ضغطتم على الزر بأنفسكم، فكل شيء على ما يرام. وإلا فيرجى البدء من جديد."),
                    Map.entry(Phrase.EXPIRED, "انتهت صلاحية هذا الرابط"),
                    Map.entry(
                            Phrase.EXPIRED_TEXT,
                            "يعمل الرابط لبضع دقائق فقط. يرجى العودة إلى حيث بدأتم والبدء من جديد."),
                    Map.entry(Phrase.UNKNOWN, "هذا الرابط لا يعمل"),
                    Map.entry(Phrase.UNKNOWN_TEXT, "يرجى فتحه كما ورد في أحدث رسالة، أو البدء من جديد."),
                    Map.entry(Phrase.LATER, "يرجى المحاولة لاحقًا"),
                    Map.entry(
                            Phrase.LATER_TEXT,
                            "لا يمكن إتمام ذلك الآن. لم يُستخدم الرابط؛ يرجى فتحه مرة أخرى بعد دقيقة."),
                    Map.entry(Phrase.AGAIN, "كانت الصفحة مفتوحة لمدة طويلة أو لم تُرسل كاملة. يرجى المحاولة مرة أخرى."),
                    Map.entry(Phrase.DIGITS_MISSING, "يرجى إدخال الرقمين أولًا.")));

    private InArabic() {}
}
