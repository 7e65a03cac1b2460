package io.chatauth.samples.bank.web;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;

/** A link as a QR code, for a camera: markup that needs no script, no style and no further request. */
final class QrImage {
    private static final int QUIET = 4;

    private QrImage() {}

    static String of(URI link, String label) {
        QrCode code = QrCode.encodeText(link.toString(), QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * QUIET;
        return "<svg class=\"qr\" role=\"img\" aria-label=\"" + Html.text(label) + "\" viewBox=\"0 0 " + size + " "
                + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0,0h" + size + "v" + size
                + "H0z\"/><path fill=\"#000\" d=\"" + dark + "\"/></svg>\n";
    }
}
