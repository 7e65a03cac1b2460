package io.chatauth.internal.http;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of an answer on their way into the JDK's own byte array. {@code send} returns as soon as the headers are
 * there, and its caller waits here for the rest: before JDK 26 the client's own time-out ends with the headers.
 */
final class CappedBody implements HttpResponse.BodySubscriber<CappedBody> {
    private final HttpResponse.BodySubscriber<byte[]> bytes = HttpResponse.BodySubscribers.ofByteArray();
    private final int limit;
    private final CompletableFuture<byte[]> whole;
    private long seen;
    private volatile Flow.@Nullable Subscription subscription;

    CappedBody(int limit) {
        this.limit = limit;
        whole = bytes.getBody().toCompletableFuture();
    }

    /** The limit was passed. */
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    byte[] await(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return whole.get(Math.max(nanos, 1), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | TimeoutException e) {
            cancel();
            throw e;
        }
    }

    void cancel() {
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public CompletionStage<CappedBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription value) {
        subscription = value;
        bytes.onSubscribe(value);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            seen += buffer.remaining();
        }
        if (seen <= limit) {
            bytes.onNext(buffers);
        } else if (!whole.isDone()) {
            cancel();
            bytes.onError(new TooLargeException());
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
