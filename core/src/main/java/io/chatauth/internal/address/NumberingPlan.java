package io.chatauth.internal.address;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import com.google.i18n.phonenumbers.metadata.source.RegionMetadataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be known of a calling code to go the short ways. Both questions are asked so that a yes may be wrong and a no is
 * certain.
 */
final class NumberingPlan {
    /** The region of codes that belong to no country, such as +800. */
    private static final String NO_COUNTRY = "001";

    private final Optional<Pattern> dropped;
    private final Optional<Pattern> others;

    private NumberingPlan(Optional<Pattern> dropped, Optional<Pattern> others) {
        this.dropped = dropped;
        this.others = others;
    }

    /**
     * Reads the plan of a calling code.
     *
     * @param regions its regions, the main one first
     * @param metadata the library's
     * @return the plan; one that answers yes to everything if the metadata lacks a region
     */
    static NumberingPlan of(List<String> regions, RegionMetadataSource metadata) {
        List<PhoneMetadata> all = new ArrayList<>();
        for (String region : regions) {
            PhoneMetadata one = region.equals(NO_COUNTRY) ? null : metadata.getMetadataForRegion(region);
            if (one != null) {
                all.add(one);
            }
        }
        if (all.isEmpty() || all.size() < regions.size()) {
            Optional<Pattern> everything = Optional.of(Pattern.compile(".*"));
            return new NumberingPlan(everything, everything);
        }
        String others = all.stream()
                .skip(1)
                .flatMap(NumberingPlan::numbers)
                .map(pattern -> "(?:" + pattern + ")")
                .collect(Collectors.joining("|"));
        return new NumberingPlan(pattern(all.get(0).getNationalPrefixForParsing()), pattern(others));
    }

    /** Patterns one of which every number of the region matches. */
    private static Stream<String> numbers(PhoneMetadata region) {
        return region.hasLeadingDigits()
                ? Stream.of("(?:" + region.getLeadingDigits() + ").*")
                : Stream.of(
                                region.getFixedLine(),
                                region.getMobile(),
                                region.getTollFree(),
                                region.getPremiumRate(),
                                region.getSharedCost(),
                                region.getPersonalNumber(),
                                region.getVoip(),
                                region.getPager(),
                                region.getUan(),
                                region.getVoicemail())
                        .map(PhoneNumberDesc::getNationalNumberPattern)
                        .filter(pattern -> !pattern.isEmpty());
    }

    private static Optional<Pattern> pattern(String regex) {
        return regex.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(regex));
    }

    /** Whether the library may drop digits from the beginning of a national number, or replace them. */
    boolean mayDropFrom(String national) {
        return dropped.isPresent() && dropped.get().matcher(national).lookingAt();
    }

    /** Whether a national number may be one of a region that is not the main one. */
    boolean mayBelongToOthers(String national) {
        return others.isPresent() && others.get().matcher(national).matches();
    }
}
