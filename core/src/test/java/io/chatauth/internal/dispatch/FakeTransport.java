package io.chatauth.internal.dispatch;

import io.chatauth.ChatAuthException;
import io.chatauth.TransportException;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Hands every request to the test, and waits for its answer. */
final class FakeTransport implements Transport {
    record Call(WireRequest request, Duration timeout, CompletableFuture<WireResponse> answer) {
        List<String> ids() {
            return Arrays.asList(new String(request.body(), StandardCharsets.UTF_8).split(","));
        }

        void answer(int status, String body, String... headers) {
            answer.complete(response(status, body, headers));
        }

        void fail(ChatAuthException failure) {
            answer.completeExceptionally(failure);
        }
    }

    final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    final AtomicInteger count = new AtomicInteger();
    volatile Function<Call, WireResponse> script = call -> null;

    static WireResponse response(int status, String body, String... headers) {
        Map<String, String> map = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        return WireResponse.of(status, map, body.getBytes(StandardCharsets.UTF_8));
    }

    Call next() throws InterruptedException {
        Call call = calls.poll(30, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("no request came");
        }
        return call;
    }

    @Override
    public WireResponse exchange(WireRequest request, Set<String> channelHosts, Duration timeout) {
        count.incrementAndGet();
        Call call = new Call(request, timeout, new CompletableFuture<>());
        WireResponse scripted = script.apply(call);
        if (scripted != null) {
            return scripted;
        }
        calls.add(call);
        try {
            return call.answer().get();
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted", true, e);
        }
    }

    @Override
    public void close() {}
}
