package io.chatauth.internal.config;

/**
 * A value and where it was given. Has no readable form: the value may be secret.
 *
 * @param source a property, an environment variable, or a call of the builder
 * @param value the text
 */
record Given(String source, String value) {
    @Override
    public String toString() {
        return source;
    }
}
