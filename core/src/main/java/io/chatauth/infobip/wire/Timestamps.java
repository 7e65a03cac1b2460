package io.chatauth.infobip.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Infobip's time stamps: {@code yyyy-MM-dd'T'HH:mm:ss.SSSZ} with an offset without colon, such as
 * {@code 2025-01-01T10:10:00.000+0000}; {@code +00:00}, {@code Z} and other fractions are read too.
 */
public final class Timestamps {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /**
     * Reads a time stamp.
     *
     * @param text the text
     * @return the time; empty if the text is none, because a report without a readable time still counts
     */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, FORM).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
