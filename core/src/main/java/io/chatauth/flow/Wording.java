package io.chatauth.flow;

/**
 * The words of all built-in templates in one language, in its formal register. No text for a registered template begins or
 * ends with a placeholder, since reviewers of channels refuse that.
 *
 * @param language the language code
 * @param verificationCode the text with {@code code}, and the words on the button that copies it
 * @param loginLink the text, and the words on the button that opens the page
 * @param optIn what the person sends, with {@code site} and {@code code}: what for, and that it is their own wish
 * @param optInConfirmation what is sent back then
 * @param transactionConfirmation the question with {@code amount} and {@code payee}, and its two answers
 * @param transactionCode the text with {@code amount}, {@code payee} and {@code code}, which stands alone on its line, and
 *     the words on the button that copies it
 * @param cardActivation the text with {@code name}, and the words on the button that calls
 * @param transactionNumber the request for two digits, with {@code amount} and {@code payee}; its button is the question's no
 * @param transactionLink the text with {@code amount} and {@code payee}, and the words on the button that opens the page
 */
record Wording(
        String language,
        Labelled verificationCode,
        Labelled loginLink,
        String optIn,
        String optInConfirmation,
        Question transactionConfirmation,
        Labelled transactionCode,
        Labelled cardActivation,
        String transactionNumber,
        Labelled transactionLink) {
    /**
     * A text with one button.
     *
     * @param text the text
     * @param label the words on the button
     */
    public record Labelled(String text, String label) {}

    /**
     * A question with two answers.
     *
     * @param text the question
     * @param yes the answer that confirms
     * @param no the answer that refuses
     */
    public record Question(String text, Answer yes, Answer no) {}

    /**
     * An answer.
     *
     * @param label the words on its button
     * @param reply the words to type where there is no button
     */
    public record Answer(String label, String reply) {}
}
