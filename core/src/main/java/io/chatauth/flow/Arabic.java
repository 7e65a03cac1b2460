package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
import io.chatauth.flow.Wording.Question;

/** Arabic. */
final class Arabic {
    static final Wording WORDS = new Wording(
            "ar",
            new Labelled("رمز التحقق الخاص بكم هو {{code}}. يرجى عدم مشاركته مع أي شخص.", "نسخ الرمز"),
            new Labelled(
                    "لقد طلبتم تسجيل الدخول. للمتابعة، يرجى فتح الرابط أدناه. يعمل الرابط مرة واحدة ولبضع دقائق فقط."
                            + " إذا لم تطلبوا ذلك، فيرجى تجاهل هذه الرسالة.",
                    "تسجيل الدخول"),
            "أوافق على أن يراسلني {{site}} في هذه المحادثة. الرمز: {{code}}. أرسل هذا فقط لأنني بدأت ذلك بنفسي على {{site}}.",
            "شكرًا لكم. لقد وافقتم على تلقي رسائلنا في هذه المحادثة.",
            new Question(
                    "هناك عملية دفع بقيمة {{amount}} إلى {{payee}} بانتظار تأكيدكم. هل تؤكدونها؟",
                    new Answer("تأكيد", "نعم"),
                    new Answer("رفض", "لا")),
            new Labelled("""
                    رمز تأكيد عملية الدفع بقيمة {{amount}} إلى {{payee}}:
                    {{code}}
                    يرجى إدخاله فقط إذا كنتم قد طلبتم هذه العملية، وعدم مشاركته مع أي شخص.""", "نسخ الرمز"),
            new Labelled(
                    "مرحبًا {{name}}، لقد أرسلنا إليكم بطاقتكم الجديدة. لتفعيلها، يرجى الاتصال بنا.", "الاتصال بنا"));

    private Arabic() {}
}
