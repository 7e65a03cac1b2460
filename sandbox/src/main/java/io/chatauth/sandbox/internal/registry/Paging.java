package io.chatauth.sandbox.internal.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Request;
import java.util.List;
import java.util.Map;

/**
 * A page of a list, as {@code page} and {@code size} ask for it.
 *
 * @param page which page, from 0
 * @param size how many on a page
 */
public record Paging(int page, int size) {
    /**
     * Reads the query.
     *
     * @param request the request
     * @param size the size where none is asked for
     * @param max the largest size
     * @return the page
     * @throws Problem with 400 if it is wrong
     */
    public static Paging of(Request request, int size, int max) {
        return new Paging(number(request, "page", 0, 0, Integer.MAX_VALUE), number(request, "size", size, 1, max));
    }

    /**
     * Cuts the page out.
     *
     * @param all the whole list
     * @param <T> what is listed
     * @return the page
     */
    public <T> List<T> page(List<T> all) {
        int from = (int) Math.min(all.size(), (long) page * size);
        return all.subList(from, Math.min(all.size(), from + size));
    }

    /**
     * Describes the page.
     *
     * @param total how many there are
     * @return page, size and totals
     */
    public ObjectNode json(int total) {
        return Json.object()
                .put("page", page)
                .put("size", size)
                .put("totalPages", (total + size - 1) / size)
                .put("totalResults", (long) total);
    }

    private static int number(Request request, String name, int fallback, int min, int max) {
        String text = request.parameter(name);
        if (text == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, min, max);
        }
        throw wrong(name, min, max);
    }

    private static Problem wrong(String name, int min, int max) {
        return new Problem(400, "", Map.of(name, List.of("must be a whole number between " + min + " and " + max)));
    }
}
