package io.chatauth.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small, fast Infobip: answers {@code POST /whatsapp/1/message/template} on this machine, HTTP/1.1 with connections kept
 * open, every message of every request. One thread does all of it. {@code GET /stats} tells what it did.
 *
 * <p>As a program, it takes the delay of each answer in milliseconds, prints its port, and ends with its standard input.
 */
final class StubServer implements Runnable, AutoCloseable {
    static final String PATH = "/whatsapp/1/message/template";

    private record Pending(long due, SelectionKey key, byte[] answer) {}

    private final Selector selector;
    private final ServerSocketChannel server;
    private final long delayNanos;
    private final Queue<Pending> delayed = new ArrayDeque<>();
    private final StubAnswers answers = new StubAnswers();
    private long requests;
    private long messages;

    private StubServer(Selector selector, ServerSocketChannel server, Duration delay) {
        this.selector = selector;
        this.server = server;
        this.delayNanos = delay.toNanos();
    }

    /** Binds a free port of this machine; {@link #run()} serves it. */
    static StubServer open(Duration delay) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.configureBlocking(false);
        Selector selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        return new StubServer(selector, server, delay);
    }

    /**
     * Serves until its standard input ends.
     *
     * @param arguments the delay of each answer in milliseconds
     * @throws IOException if no port can be bound
     */
    public static void main(String[] arguments) throws IOException {
        StubServer stub = open(Duration.ofMillis(arguments.length > 0 ? Long.parseLong(arguments[0]) : 0));
        Thread serving = new Thread(stub, "stub");
        serving.setDaemon(true);
        serving.start();
        PrintStream out = System.out;
        out.println(stub.port());
        out.flush();
        try (InputStream in = System.in) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    @Override
    public void run() {
        try {
            while (selector.isOpen()) {
                await(delayed.peek());
                sendDue();
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException e) {
            // closed: nothing more to serve
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        selector.close();
    }

    private void await(@Nullable Pending first) throws IOException {
        if (first == null) {
            selector.select();
            return;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(first.due - System.nanoTime());
        if (millis > 0) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
    }

    private void sendDue() {
        for (Pending first = delayed.peek();
                first != null && first.due - System.nanoTime() <= 0;
                first = delayed.peek()) {
            delayed.remove();
            if (first.key.isValid()) {
                try {
                    connection(first.key).write(first.answer, first.key);
                } catch (IOException e) {
                    drop(first.key);
                }
            }
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            accept();
            return;
        }
        try {
            StubConnection connection = connection(key);
            if (key.isWritable()) {
                connection.flush(key);
            }
            if (key.isReadable() && !connection.read(this::answer, bytes -> send(key, bytes))) {
                drop(key);
            }
        } catch (IOException e) {
            drop(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new StubConnection(channel));
        }
    }

    private void send(SelectionKey key, byte[] answer) {
        if (delayNanos > 0) {
            delayed.add(new Pending(System.nanoTime() + delayNanos, key, answer));
            return;
        }
        try {
            connection(key).write(answer, key);
        } catch (IOException e) {
            drop(key);
        }
    }

    private byte[] answer(StubConnection.Request request) {
        if (request.line().equals("GET /stats")) {
            return StubConnection.response("200 OK", new StubStats(requests, messages, cpuNanos()).json());
        }
        if (!request.line().equals("POST " + PATH)) {
            return error("404 Not Found", "there is no " + request.line());
        }
        if (!request.authorized()) {
            return error("401 Unauthorized", "Invalid login details");
        }
        try {
            StubAnswers.Answer answer = answers.to(request.buffer(), request.offset(), request.length());
            requests++;
            messages += answer.messages();
            return StubConnection.response("200 OK", answer.body());
        } catch (IOException e) {
            return error("400 Bad Request", String.valueOf(e.getMessage()));
        }
    }

    private static byte[] error(String status, String text) {
        String safe = text.replaceAll("[^\\p{Alnum} :/._-]", " ");
        String body = "{\"requestError\":{\"serviceException\":{\"messageId\":\""
                + status.substring(4).toUpperCase(Locale.ROOT).replace(' ', '_')
                + "\",\"text\":\"" + safe + "\"}}}";
        return StubConnection.response(status, body.getBytes(UTF_8));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static StubConnection connection(SelectionKey key) {
        return (StubConnection) Objects.requireNonNull(key.attachment());
    }

    private static void drop(SelectionKey key) {
        key.cancel();
        try {
            connection(key).close();
        } catch (IOException e) {
            // the client is gone already
        }
    }
}
