package io.chatauth.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ApiError;
import io.chatauth.spi.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReaderTest {
    private static ApiError read(int status, String body) {
        return ErrorReader.read(WireResponse.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheOlderBody() {
        ApiError error = read(
                400,
                "{\"requestError\":{\"serviceException\":{\"messageId\":\"BAD_REQUEST\",\"text\":\"Bad request\","
                        + "\"validationErrors\":{\"messages[3].to\":[\"must not be blank\",\"is too short\"],\"from\":\"unknown\"}}}}");
        assertEquals("BAD_REQUEST", error.code());
        assertEquals("Bad request", error.text());
        assertEquals(
                List.of(
                        new ApiError.Violation("messages[3].to", "must not be blank"),
                        new ApiError.Violation("messages[3].to", "is too short"),
                        new ApiError.Violation("from", "unknown")),
                error.violations());
    }

    @Test
    void readsTheNewerBody() {
        ApiError error = read(
                400,
                "{\"errorCode\":\"E400\",\"description\":\"Request is invalid.\",\"action\":\"Check it.\",\"violations\":"
                        + "[{\"property\":\"messages[0].content\",\"violation\":\"must not be null\"}],\"resources\":[]}");
        assertEquals("E400", error.code());
        assertEquals("Request is invalid. (Check it.)", error.text());
        assertEquals(List.of(new ApiError.Violation("messages[0].content", "must not be null")), error.violations());
        assertEquals(
                "400 E400: Request is invalid. (Check it.); messages[0].content must not be null. "
                        + "Correct the named fields; sending it again cannot help",
                error.describe());
    }

    @Test
    void readsAValidationWithoutCode() {
        ApiError error = read(400, "{\"description\":\"d\",\"action\":\"\",\"violations\":[]}");
        assertEquals("HTTP_400", error.code());
        assertEquals("d", error.text());
    }

    @Test
    void keepsOtherTextCleanedCutAndMasked() {
        ApiError error = read(502, "<html>\n\u202eBad\u0000 gateway for +447700900001\n" + "x".repeat(400));
        assertEquals("HTTP_502", error.code());
        assertTrue(error.text().startsWith("<html>  Bad  gateway for +44********01 xxx"), error.text());
        assertTrue(error.text().endsWith("xxx… (439 characters)"), error.text());
        assertEquals("", read(503, "").text());
    }

    @ParameterizedTest
    @CsvSource({
        "400, Correct the named fields",
        "401, Check the API key",
        "403, Check that the API key has the scope",
        "404, Check the base URL",
        "409, It exists already",
        "422, Correct the request",
        "429, Send more slowly",
        "500, The provider failed",
        "503, The provider failed",
    })
    void everyStatusComesWithAdvice(int status, String advice) {
        assertTrue(read(status, "{}").advice().startsWith(advice));
    }

    @Test
    void tooManyViolationsAreCounted() {
        String one = "{\"property\":\"p\",\"violation\":\"v\"}";
        ApiError error = read(400, "{\"errorCode\":\"E400\",\"violations\":[" + (one + ",").repeat(1200) + one + "]}");
        assertEquals(1000, error.violations().size());
        assertTrue(error.text().contains("first 1000 of 1201 violations"), error.text());
    }

    @Test
    void neverThrowsWhateverBytesCome() {
        Random random = new Random(20261123);
        String sample =
                "{\"requestError\":{\"serviceException\":{\"messageId\":[1],\"text\":{},\"validationErrors\":[null,{}]}},"
                        + "\"errorCode\":7,\"violations\":[1,null,{\"violation\":[[]]}]}";
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(80)] : sample.getBytes(StandardCharsets.UTF_8);
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                for (int hits = random.nextInt(4); hits >= 0; hits--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            ErrorReader.read(WireResponse.of(random.nextInt(1200) - 100, Map.of(), bytes))
                    .describe();
        }
    }

    @Test
    void deepJsonStaysText() {
        ApiError error = read(400, "{\"errorCode\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertEquals("HTTP_400", error.code());
        assertTrue(error.text().contains("(200014 characters)"), error.text());
    }
}
