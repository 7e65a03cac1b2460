package io.chatauth.template;

/** The kinds of button a template may wish for. */
public enum ButtonKind {
    /** Calls a number. */
    CALL_PHONE,
    /** Opens a page. */
    OPEN_URL,
    /** Answers. */
    QUICK_REPLY,
    /** Copies the code. */
    COPY_CODE
}
