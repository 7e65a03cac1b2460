package io.chatauth.internal.page;

import java.util.Map;

/** Thai, in its formal register. */
final class InThai {
    static final Words WORDS = Words.of(
            "th",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "เข้าสู่ระบบ"),
                    Map.entry(
                            Phrase.SIGN_IN_HERE, "คุณได้ขอเข้าสู่ระบบ {site} ในเบราว์เซอร์นี้ กดปุ่มเพื่อดำเนินการต่อ"),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "คุณเปิดลิงก์นี้ในเบราว์เซอร์อื่นที่ไม่ใช่เบราว์เซอร์ที่ขอเข้าสู่ระบบ {site} โปรดกรอกตัวเลขสองหลักที่แสดงอยู่ที่นั่น"),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "หากคุณไม่ได้เป็นผู้ขอ โปรดปิดหน้านี้แล้วจะไม่มีอะไรเกิดขึ้น อย่าบอกตัวเลขแก่ผู้อื่น และอย่ากรอกตัวเลขที่ผู้อื่นบอก"),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "เข้าสู่ระบบ"),
                    Map.entry(Phrase.DIGITS, "ตัวเลขสองหลัก"),
                    Map.entry(Phrase.ONE_TRY, "คุณกรอกได้เพียงครั้งเดียว"),
                    Map.entry(Phrase.PAYMENT, "ยืนยันการชำระเงิน"),
                    Map.entry(Phrase.PAYMENT_HERE, "รายการชำระเงินนี้รอการยืนยันจากคุณที่ {site} คุณยืนยันหรือไม่"),
                    Map.entry(
                            Phrase.PAYMENT_ELSEWHERE,
                            "หากต้องการยืนยัน โปรดกรอกตัวเลขสองหลักที่แสดงบนหน้าที่เริ่มทำรายการ หากต้องการปฏิเสธไม่ต้องกรอก"),
                    Map.entry(
                            Phrase.PAYMENT_NOT_ME,
                            "หากคุณไม่ได้เป็นผู้ทำรายการ โปรดปฏิเสธ อย่ากรอกตัวเลขที่ผู้อื่นบอก"),
                    Map.entry(Phrase.AMOUNT, "จำนวนเงิน"),
                    Map.entry(Phrase.PAYEE, "ผู้รับเงิน"),
                    Map.entry(Phrase.CONFIRM, "ยืนยัน"),
                    Map.entry(Phrase.REFUSE, "ปฏิเสธ"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "คุณเข้าสู่ระบบแล้ว"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "ยืนยันการชำระเงินแล้ว"),
                    Map.entry(Phrase.GO_BACK, "คุณปิดหน้านี้และกลับไปยังหน้าที่เริ่มต้นได้"),
                    Map.entry(Phrase.REFUSED, "ปฏิเสธการชำระเงินแล้ว"),
                    Map.entry(
                            Phrase.REFUSED_TEXT,
                            "ขอบคุณที่แจ้งให้เราทราบ รายการนี้ไม่ได้รับการยืนยัน คุณปิดหน้านี้ได้"),
                    Map.entry(Phrase.WRONG, "ตัวเลขไม่ถูกต้อง"),
                    Map.entry(
                            Phrase.WRONG_TEXT,
                            "เพื่อความปลอดภัย ลิงก์นี้ใช้ไม่ได้อีก โปรดกลับไปยังหน้าที่เริ่มต้นและทำรายการใหม่"),
                    Map.entry(Phrase.OVER, "ลิงก์นี้ใช้ไม่ได้แล้ว"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "ลิงก์ใช้ได้เพียงครั้งเดียวและถูกใช้หรือยกเลิกไปแล้ว หากคุณกดปุ่มด้วยตนเองก็เรียบร้อยแล้ว มิฉะนั้นโปรดเริ่มใหม่"),
                    Map.entry(Phrase.EXPIRED, "ลิงก์นี้หมดอายุแล้ว"),
                    Map.entry(
                            Phrase.EXPIRED_TEXT,
                            "ลิงก์ใช้ได้เพียงไม่กี่นาที โปรดกลับไปยังหน้าที่เริ่มต้นและทำรายการใหม่"),
                    Map.entry(Phrase.UNKNOWN, "ลิงก์นี้ไม่ถูกต้อง"),
                    Map.entry(Phrase.UNKNOWN_TEXT, "โปรดเปิดลิงก์ตามที่อยู่ในข้อความล่าสุด หรือเริ่มใหม่"),
                    Map.entry(Phrase.LATER, "โปรดลองอีกครั้งภายหลัง"),
                    Map.entry(
                            Phrase.LATER_TEXT,
                            "ขณะนี้ยังดำเนินการไม่ได้ ลิงก์ยังไม่ถูกใช้ โปรดเปิดอีกครั้งในอีกสักครู่"),
                    Map.entry(Phrase.AGAIN, "หน้านี้เปิดไว้นานเกินไปหรือส่งข้อมูลไม่ครบ โปรดลองอีกครั้ง"),
                    Map.entry(Phrase.DIGITS_MISSING, "โปรดกรอกตัวเลขสองหลักก่อน")));

    private InThai() {}
}
