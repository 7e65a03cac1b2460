package io.chatauth;

/** How strongly an approval binds the person to what was asked, weakest first. */
public enum Assurance {
    /** Nothing was proven: the team's own system completed the challenge. */
    NONE,
    /** A bare reply such as {@code Y} from the person's address, with only one challenge open. */
    LOW,
    /** A button payload, a quoted message or a page that belongs to this challenge alone. */
    BOUND,
    /** A code or link that only this challenge has. */
    SECRET
}
