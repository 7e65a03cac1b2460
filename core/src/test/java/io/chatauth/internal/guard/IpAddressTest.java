package io.chatauth.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::ffff:198.51.100.7, 198.51.100.7",
        "::FFFF:C633:6407, 198.51.100.7",
        "0:0:0:0:0:ffff:198.51.100.7, 198.51.100.7",
        "2001:db8::7, 2001:db8:0:0::/64",
        "2001:0DB8:0000:0000:ffff:ffff:ffff:ffff, 2001:db8:0:0::/64",
        "2001:db8:0:1::7, 2001:db8:0:1::/64",
        "::1, 0:0:0:0::/64",
        "::, 0:0:0:0::/64",
        "fe80::, fe80:0:0:0::/64",
        "64:ff9b::198.51.100.7, 64:ff9b:0:0::/64",
        "1:2:3:4:5:6:7:8, 1:2:3:4::/64"
    })
    void everySpellingHasOneForm(String written, String host) {
        assertEquals(host, IpAddress.parse(written).host());
    }

    @Test
    void allOfAnIpv6NetworkShareTheir48() {
        assertEquals(
                "2001:db8:7::/48", IpAddress.parse("2001:db8:7:1::1").network().orElseThrow());
        assertEquals(
                IpAddress.parse("2001:db8:7:1::1").network(),
                IpAddress.parse("2001:db8:7:ffff::1").network());
        assertTrue(IpAddress.parse("198.51.100.7").network().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "bank.example",
                "198.51.100",
                "198.51.100.256",
                "198.51.100.07",
                "198.51.100.7:443",
                "1.2.3.4.5",
                "3325256711",
                "0x7f.1",
                "٣.٣.٣.٣",
                "fe80::1%eth0",
                "fe80::1%25eth0",
                "[2001:db8::7]",
                "2001:db8::7/64",
                "2001:db8:::7",
                "2001::db8::7",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "g::",
                "198.51.100.7::",
                "::198.51.100.7:1",
                ":1:2:3:4:5:6:7",
                "198.51.100.7, 203.0.113.9",
                "198.51.100.7\n"
            })
    void whatIsNoAddressIsRefusedAndNeverLookedUp(String written) {
        RequestException refused = assertThrows(RequestException.class, () -> IpAddress.parse(written));
        assertTrue(refused.getMessage().contains("give its digits"), refused.getMessage());
        assertTrue(refused.getMessage().indexOf('\n') < 0);
    }
}
