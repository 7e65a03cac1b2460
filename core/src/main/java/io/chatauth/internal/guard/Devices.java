package io.chatauth.internal.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers from which devices a recipient answered rightly: up to five, for 90 days after the last time. Of the value that the
 * application keeps on the device only a keyed hash of its digest is stored.
 *
 * <p>Two that are remembered at the same moment may cost one of them its place: it is remembered again with its next success.
 */
final class Devices {
    /** For how long a device is known after its last success. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    /** How many devices of one recipient are known; the one that was away longest gives way. */
    static final int MOST = 5;

    private final Means means;
    private final Marks marks;

    Devices(Means means, Marks marks) {
        this.means = means;
        this.marks = marks;
    }

    /** Tells whether the device is one of the recipient's. */
    boolean knows(Who who, Optional<String> digest) {
        if (digest.isEmpty()) {
            return false;
        }
        List<String> lists = lists(who);
        List<String> devices = marks.names("device", parts(who, digest.get()));
        for (int i = 0; i < lists.size(); i++) {
            String device = devices.get(i);
            if (read(lists.get(i)).stream().anyMatch(known -> known.mark().equals(device))) {
                return true;
            }
        }
        return false;
    }

    /** Remembers the device, or goes on remembering it. */
    void remember(Who who, String digest) {
        Instant now = means.clock().instant();
        String list = lists(who).get(0);
        String device = marks.names("device", parts(who, digest)).get(0);
        List<Known> next = new ArrayList<>();
        next.add(new Known(device, now.plus(REMEMBERED)));
        read(list).stream().filter(known -> !known.mark().equals(device)).forEach(next::add);
        means.state().put(list, write(next.subList(0, Math.min(MOST, next.size()))), REMEMBERED);
    }

    /** What a device's own purse is named by. */
    static String[] parts(Who who, String digest) {
        String[] person = who.parts();
        String[] all = new String[person.length + 2];
        all[0] = who.tenant().value();
        all[1] = digest;
        System.arraycopy(person, 0, all, 2, person.length);
        return all;
    }

    private List<String> lists(Who who) {
        return marks.names("devices", Guard.parts(who)).stream()
                .map(mark -> "dev:" + mark)
                .toList();
    }

    private List<Known> read(String list) {
        Instant now = means.clock().instant();
        return means.state().get(list).map(text -> text.split(" ")).stream()
                .flatMap(java.util.Arrays::stream)
                .map(Known::read)
                .filter(known -> now.isBefore(known.until()))
                .toList();
    }

    private static String write(List<Known> devices) {
        return String.join(" ", devices.stream().map(Known::write).toList());
    }

    /** A device and until when it is known. */
    private record Known(String mark, Instant until) {
        static Known read(String text) {
            int at = text.indexOf('@');
            return new Known(text.substring(0, at), Instant.ofEpochSecond(Long.parseLong(text.substring(at + 1))));
        }

        String write() {
            return mark + "@" + until.getEpochSecond();
        }
    }
}
