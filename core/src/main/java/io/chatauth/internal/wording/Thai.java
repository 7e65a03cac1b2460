package io.chatauth.internal.wording;

import io.chatauth.internal.wording.Wording.Answer;
import io.chatauth.internal.wording.Wording.Labelled;
import io.chatauth.internal.wording.Wording.Question;

/** Thai. */
final class Thai {
    static final Wording WORDS = new Wording(
            "th",
            new Labelled("{{code}} คือรหัสยืนยันของคุณ โปรดอย่าบอกรหัสนี้แก่ผู้อื่น", "คัดลอกรหัส"),
            new Labelled(
                    "คุณได้ขอเข้าสู่ระบบ โปรดเปิดลิงก์ด้านล่างเพื่อดำเนินการต่อ ลิงก์นี้ใช้ได้เพียงครั้งเดียวและภายในไม่กี่นาที"
                            + " หากคุณไม่ได้เป็นผู้ขอ โปรดเพิกเฉยต่อข้อความนี้",
                    "เข้าสู่ระบบ"),
            "รหัส {{code}} ต้องการรับข้อความในแชตนี้",
            "ขอบคุณที่ยินยอมรับข้อความจากเราในแชตนี้",
            new Question("""
                    มีรายการชำระเงินรอการยืนยัน
                    จำนวนเงิน: {{amount}}
                    ผู้รับเงิน: {{payee}}
                    คุณยืนยันรายการนี้หรือไม่""", new Answer("ยืนยัน", "ใช่"), new Answer("ปฏิเสธ", "ไม่")),
            new Labelled("""
                    รหัสสำหรับยืนยันการชำระเงิน
                    จำนวนเงิน: {{amount}}
                    ผู้รับเงิน: {{payee}}
                    {{code}}
                    โปรดกรอกรหัสนี้เฉพาะเมื่อคุณเป็นผู้ทำรายการเอง และอย่าบอกรหัสแก่ผู้อื่น""", "คัดลอกรหัส"),
            new Labelled(
                    "เรียนคุณ {{name}} เราได้จัดส่งบัตรใหม่ให้คุณแล้ว โปรดโทรหาเราเพื่อเปิดใช้งานบัตร", "โทรหาเรา"));

    private Thai() {}
}
