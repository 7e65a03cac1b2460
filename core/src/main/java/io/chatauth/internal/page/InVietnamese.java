package io.chatauth.internal.page;

import java.util.Map;

/** Vietnamese, in its formal register. */
final class InVietnamese {
    static final Words WORDS = Words.of(
            "vi",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "Đăng nhập"),
                    Map.entry(
                            Phrase.SIGN_IN_HERE,
                            "Quý khách vừa yêu cầu đăng nhập vào {site} trong trình duyệt này. Vui lòng nhấn nút để tiếp tục."),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "Quý khách đã mở liên kết này trong một trình duyệt khác với trình duyệt đã yêu cầu đăng nhập vào {site}. Vui lòng nhập hai chữ số hiển thị ở đó."),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "Nếu Quý khách không yêu cầu, vui lòng đóng trang này và sẽ không có gì xảy ra. Không đọc các chữ số cho bất kỳ ai và không nhập chữ số do người khác cung cấp."),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "Đăng nhập"),
                    Map.entry(Phrase.DIGITS, "Hai chữ số"),
                    Map.entry(Phrase.ONE_TRY, "Quý khách chỉ có một lần thử."),
                    Map.entry(Phrase.PAYMENT, "Xác nhận thanh toán"),
                    Map.entry(
                            Phrase.PAYMENT_HERE,
                            "Khoản thanh toán này đang chờ Quý khách tại {site}. Quý khách có xác nhận không?"),
                    Map.entry(
                            Phrase.PAYMENT_ELSEWHERE,
                            "Để xác nhận, vui lòng nhập hai chữ số hiển thị tại nơi bắt đầu khoản thanh toán. Để từ chối thì không cần."),
                    Map.entry(
                            Phrase.PAYMENT_NOT_ME,
                            "Nếu Quý khách không thực hiện, vui lòng từ chối. Không nhập chữ số do người khác cung cấp."),
                    Map.entry(Phrase.AMOUNT, "Số tiền"),
                    Map.entry(Phrase.PAYEE, "Người nhận"),
                    Map.entry(Phrase.CONFIRM, "Xác nhận"),
                    Map.entry(Phrase.REFUSE, "Từ chối"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "Quý khách đã đăng nhập"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "Đã xác nhận thanh toán"),
                    Map.entry(Phrase.GO_BACK, "Quý khách có thể đóng trang này và quay lại nơi đã bắt đầu."),
                    Map.entry(Phrase.REFUSED, "Đã từ chối thanh toán"),
                    Map.entry(
                            Phrase.REFUSED_TEXT,
                            "Cảm ơn Quý khách đã thông báo. Khoản thanh toán không được xác nhận. Quý khách có thể đóng trang này."),
                    Map.entry(Phrase.WRONG, "Các chữ số không đúng"),
                    Map.entry(
                            Phrase.WRONG_TEXT,
                            "Để bảo đảm an toàn, liên kết này không còn hiệu lực. Vui lòng quay lại nơi đã bắt đầu và thực hiện lại."),
                    Map.entry(Phrase.OVER, "Liên kết này không còn hiệu lực"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "Liên kết chỉ dùng được một lần và đã được sử dụng hoặc bị hủy. Nếu chính Quý khách đã nhấn nút thì mọi việc đã xong. Nếu không, vui lòng thực hiện lại."),
                    Map.entry(Phrase.EXPIRED, "Liên kết này đã hết hạn"),
                    Map.entry(
                            Phrase.EXPIRED_TEXT,
                            "Liên kết chỉ có hiệu lực trong vài phút. Vui lòng quay lại nơi đã bắt đầu và thực hiện lại."),
                    Map.entry(Phrase.UNKNOWN, "Liên kết này không đúng"),
                    Map.entry(
                            Phrase.UNKNOWN_TEXT,
                            "Vui lòng mở đúng liên kết trong tin nhắn mới nhất hoặc thực hiện lại."),
                    Map.entry(Phrase.LATER, "Vui lòng thử lại sau"),
                    Map.entry(
                            Phrase.LATER_TEXT,
                            "Hiện chưa thể thực hiện. Liên kết chưa được sử dụng; vui lòng mở lại sau một phút."),
                    Map.entry(Phrase.AGAIN, "Trang đã mở quá lâu hoặc chưa được gửi đầy đủ. Vui lòng thử lại."),
                    Map.entry(Phrase.DIGITS_MISSING, "Vui lòng nhập hai chữ số trước.")));

    private InVietnamese() {}
}
