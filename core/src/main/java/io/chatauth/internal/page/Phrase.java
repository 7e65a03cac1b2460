package io.chatauth.internal.page;

/** What pages say, in no language. {@code {site}} stands for the place that people are at. */
enum Phrase {
    /** Title of the page behind a login link. */
    SIGN_IN,
    /** Where the login began in this browser; {site} is the place. */
    SIGN_IN_HERE,
    /** Where it did not. */
    SIGN_IN_ELSEWHERE,
    /** What to do if it was somebody else. */
    SIGN_IN_NOT_ME,
    /** The words on the button. */
    SIGN_IN_BUTTON,
    /** The label of the input for two digits. */
    DIGITS,
    /** That there is one try. */
    ONE_TRY,
    /** Title of the page behind a payment. */
    PAYMENT,
    /** What is asked of it. */
    PAYMENT_HERE,
    /** What the digits are for. */
    PAYMENT_ELSEWHERE,
    /** What to do if it was somebody else. */
    PAYMENT_NOT_ME,
    /** The label of the amount. */
    AMOUNT,
    /** The label of the payee. */
    PAYEE,
    /** The words on the button for yes. */
    CONFIRM,
    /** The words on the button for no. */
    REFUSE,
    /** Title after a login. */
    APPROVED_SIGN_IN,
    /** Title after a yes. */
    APPROVED_PAYMENT,
    /** To go back to where it began. */
    GO_BACK,
    /** Title after a no. */
    REFUSED,
    /** What a no means. */
    REFUSED_TEXT,
    /** Title after wrong digits. */
    WRONG,
    /** That the link is spent. */
    WRONG_TEXT,
    /** Title of a link that was used or withdrawn. */
    OVER,
    /** That it works once. */
    OVER_TEXT,
    /** Title of a link whose time has run out. */
    EXPIRED,
    /** To begin again. */
    EXPIRED_TEXT,
    /** Title where there is no such link. */
    UNKNOWN,
    /** To open it as it was sent. */
    UNKNOWN_TEXT,
    /** Title where it can't be done now. */
    LATER,
    /** To try again. */
    LATER_TEXT,
    /** Notice that the form was too old or not whole. */
    AGAIN,
    /** Notice that two digits are needed. */
    DIGITS_MISSING
}
