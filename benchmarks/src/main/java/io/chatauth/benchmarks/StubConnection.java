package io.chatauth.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.function.Consumer;

/** One client's connection: cuts what arrives into HTTP/1.1 requests, and writes the answers in the same order. */
final class StubConnection {
    /**
     * A request, whose body lies in the connection's buffer.
     *
     * @param line method and path, such as {@code GET /stats}
     * @param authorized whether it carries credentials
     * @param buffer where the body is
     * @param offset where it begins
     * @param length how long it is
     */
    record Request(String line, boolean authorized, byte[] buffer, int offset, int length) {}

    /** Answers one request. */
    interface Handler {
        /**
         * Gives the answer.
         *
         * @param request the request; its buffer is reused afterwards
         * @return status line, headers and body
         */
        byte[] answer(Request request);
    }

    private static final int MOST = 4 << 20;
    private static final byte[] GAP = "\r\n\r\n".getBytes(ISO_8859_1);

    private final SocketChannel channel;
    private byte[] input = new byte[16 * 1024];
    private int end;
    private ByteBuffer output = ByteBuffer.allocate(0);

    StubConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads what there is and hands the answers of complete requests to the receiver.
     *
     * @return false if the client is gone
     */
    boolean read(Handler handler, Consumer<byte[]> receiver) throws IOException {
        if (end == input.length) {
            if (input.length >= MOST) {
                throw new IOException("a request has more than " + MOST + " bytes");
            }
            input = Arrays.copyOf(input, input.length * 2);
        }
        int count = channel.read(ByteBuffer.wrap(input, end, input.length - end));
        if (count < 0) {
            return false;
        }
        end += count;
        int start = 0;
        for (int head = headEnd(start); head >= 0; head = headEnd(start)) {
            String headers = new String(input, start, head - start, ISO_8859_1);
            int length = bodyLength(headers);
            int body = head + GAP.length;
            if (end - body < length) {
                break;
            }
            receiver.accept(handler.answer(request(headers, body, length)));
            start = body + length;
        }
        System.arraycopy(input, start, input, 0, end - start);
        end -= start;
        return true;
    }

    /** Writes an answer, and waits for the socket to take the rest where it does not take all. */
    void write(byte[] answer, SelectionKey key) throws IOException {
        if (output.hasRemaining()) {
            ByteBuffer joined = ByteBuffer.allocate(output.remaining() + answer.length);
            output = joined.put(output).put(answer).flip();
            return;
        }
        output = ByteBuffer.wrap(answer);
        flush(key);
    }

    /** Writes what is left. */
    void flush(SelectionKey key) throws IOException {
        channel.write(output);
        int wanted = output.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    void close() throws IOException {
        channel.close();
    }

    private Request request(String headers, int body, int length) {
        int lineEnd = headers.indexOf("\r\n");
        String line = lineEnd < 0 ? headers : headers.substring(0, lineEnd);
        int version = line.lastIndexOf(' ');
        return new Request(
                version < 0 ? line : line.substring(0, version),
                header(headers, "authorization") >= 0,
                input,
                body,
                length);
    }

    private int headEnd(int from) {
        for (int i = from; i <= end - GAP.length; i++) {
            if (input[i] == '\r' && input[i + 1] == '\n' && input[i + 2] == '\r' && input[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int bodyLength(String headers) throws IOException {
        if (header(headers, "transfer-encoding") >= 0) {
            throw new IOException("the stub reads bodies of a given length only");
        }
        int at = header(headers, "content-length");
        if (at < 0) {
            return 0;
        }
        int lineEnd = headers.indexOf('\r', at);
        String value = headers.substring(at, lineEnd < 0 ? headers.length() : lineEnd);
        try {
            return Integer.parseUnsignedInt(value.trim());
        } catch (NumberFormatException e) {
            throw new IOException("the content length '" + value + "' is no number", e);
        }
    }

    /** Finds where the value of a header begins; -1 without such a header. */
    private static int header(String headers, String name) {
        for (int at = headers.indexOf("\r\n"); at >= 0; at = headers.indexOf("\r\n", at + 2)) {
            int colon = at + 2 + name.length();
            if (headers.regionMatches(true, at + 2, name, 0, name.length())
                    && colon < headers.length()
                    && headers.charAt(colon) == ':') {
                return colon + 1;
            }
        }
        return -1;
    }

    /** Puts status line and headers before a JSON body. */
    static byte[] response(String status, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status
                        + "\r\nContent-Type: application/json;charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        byte[] response = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, response, head.length, body.length);
        return response;
    }
}
