package io.chatauth.infobip.wire;

import io.chatauth.spi.WireRequest;
import java.util.Optional;

/** Lists that come page by page, with <code>"paging":{"page":…,"totalPages":…}</code> beside them. Pages count from 0. */
public final class Pages {
    private static final int MOST_PER_PAGE = 100;

    private Pages() {}

    /**
     * Asks for the first page.
     *
     * @param path the path of the list, without query
     * @return the request, for 100 elements
     */
    public static WireRequest first(String path) {
        return page(path, 0);
    }

    /**
     * Asks for the page after the one that was answered.
     *
     * @param path the path of the list, without query
     * @param answer the page that was answered
     * @return the request; empty if that page was the last, or says nothing of pages
     */
    public static Optional<WireRequest> next(String path, JsonObject answer) {
        return answer.object("paging").flatMap(paging -> {
            int page = paging.number("page").orElse(Integer.MAX_VALUE);
            int pages = paging.number("totalPages").orElse(0);
            return page >= 0 && page < pages - 1 ? Optional.of(page(path, page + 1)) : Optional.empty();
        });
    }

    private static WireRequest page(String path, int number) {
        return WireRequest.get(path + "?page=" + number + "&size=" + MOST_PER_PAGE);
    }
}
