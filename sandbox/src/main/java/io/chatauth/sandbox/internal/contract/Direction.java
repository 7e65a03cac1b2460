package io.chatauth.sandbox.internal.contract;

/** Who wrote a body: properties that only the other side writes are not required of it. */
enum Direction {
    /** The application wrote it. */
    TO_INFOBIP("readOnly"),
    /** Infobip, here the sandbox, wrote it. */
    FROM_INFOBIP("writeOnly");

    private final String foreign;

    Direction(String foreign) {
        this.foreign = foreign;
    }

    /** The keyword of a property that the other side writes. */
    String foreign() {
        return foreign;
    }
}
