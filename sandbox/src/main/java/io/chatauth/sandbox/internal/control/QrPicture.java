package io.chatauth.sandbox.internal.control;

import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code, such as the link that opens a chat, for the camera of a phone. */
final class QrPicture {
    /** The light border that ISO/IEC 18004 asks for, in modules. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** Answers with {@code {"svg": …}}: markup that needs no script and no further request. */
    static Reply answer(Request request) {
        String text = request.parameter("text");
        if (text == null || text.isEmpty()) {
            throw new Problem(400, "give text=…, what the QR code shall say, such as the link that opens a chat");
        }
        try {
            return Reply.json(200, Json.object().put("svg", svg(QrCode.encodeText(text, QrCode.Ecc.MEDIUM))));
        } catch (DataTooLongException e) {
            throw new Problem(400, "a QR code holds about 2,300 characters, and text has " + text.length());
        }
    }

    private static String svg(QrCode code) {
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        int size = code.size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\"><path fill=\"#fff\" d=\"M0,0h%1$dv%1$dH0z\"/>"
                        .formatted(size)
                + "<path d=\"" + dark + "\"/></svg>";
    }
}
