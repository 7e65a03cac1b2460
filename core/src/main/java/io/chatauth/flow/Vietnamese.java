package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
import io.chatauth.flow.Wording.Question;

/** Vietnamese. */
final class Vietnamese {
    static final Wording WORDS = new Wording(
            "vi",
            new Labelled(
                    "{{code}} là mã xác minh của Quý khách. Vui lòng không chia sẻ mã này với bất kỳ ai.",
                    "Sao chép mã"),
            new Labelled(
                    "Quý khách vừa yêu cầu đăng nhập. Để tiếp tục, vui lòng mở liên kết bên dưới. Liên kết chỉ dùng được một lần"
                            + " và trong vài phút. Nếu Quý khách không yêu cầu, vui lòng bỏ qua tin nhắn này.",
                    "Đăng nhập"),
            "Tôi đồng ý để {{site}} nhắn tin cho tôi trong cuộc trò chuyện này. Mã: {{code}}. Tôi chỉ gửi tin này vì chính tôi đã bắt đầu trên {{site}}.",
            "Cảm ơn Quý khách đã đồng ý nhận tin nhắn của chúng tôi trong cuộc trò chuyện này.",
            new Question(
                    "Có một khoản thanh toán {{amount}} cho {{payee}} đang chờ. Quý khách có xác nhận không?",
                    new Answer("Xác nhận", "C"),
                    new Answer("Từ chối", "K")),
            new Labelled("""
                    Mã xác nhận khoản thanh toán {{amount}} cho {{payee}}:
                    {{code}}
                    Chỉ nhập mã nếu Quý khách đã yêu cầu khoản thanh toán này. Tuyệt đối không chia sẻ mã.""", "Sao chép mã"),
            new Labelled(
                    "Kính chào {{name}}, thẻ mới đã được gửi đến Quý khách. Vui lòng gọi cho chúng tôi để kích hoạt thẻ.",
                    "Gọi điện"),
            "Có một khoản thanh toán {{amount}} cho {{payee}} đang chờ. Để xác nhận, vui lòng trả lời bằng hai chữ số hiển thị tại nơi bắt đầu khoản thanh toán. Nếu Quý khách không thực hiện, vui lòng từ chối.",
            new Labelled(
                    "Có một khoản thanh toán {{amount}} cho {{payee}} đang chờ. Để xác nhận hoặc từ chối, vui lòng mở liên kết bên dưới. Liên kết chỉ dùng được một lần và trong vài phút.",
                    "Xem thanh toán"));

    private Vietnamese() {}
}
