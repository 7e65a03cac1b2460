package io.chatauth.page;

/**
 * Draws the pages behind links, in place of the built-in ones. It decides how they look and nothing else: the headers, the
 * policy and the form's fields are ChatAuth's. If it throws, the built-in page is shown and the log says so. Safe for use by many
 * threads.
 *
 * <p>What it must do: escape every text it is given; write {@link Page#nonce()} into each {@code style} element, since the
 * policy lets no other style and no script run; for a page with a form, {@code method="post"}, its action, its hidden fields,
 * its input and its buttons with their names and values.
 */
@FunctionalInterface
public interface PageRenderer {
    /**
     * Draws a page.
     *
     * @param page what it says and asks
     * @return a whole HTML document, sent as UTF-8
     */
    String render(Page page);
}
