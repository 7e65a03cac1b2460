package io.chatauth.sandbox;

/** What happens to a batch with a bad message in it; Infobip's specs don't say. */
public enum BatchRefusal {
    /** The whole batch is refused with 400. */
    WHOLE,
    /** The good messages are accepted, the bad ones are answered in the 200 as REJECTED; all bad is a 400. */
    PART
}
