package org.faultline.report;

import java.util.Collection;
import java.util.List;
import org.faultline.report.redaction.EarlierTokens;

/**
 * What two runs state differently of one topic.
 *
 * @param gone   what the first stated alone
 * @param came   what the second stated alone
 * @param hidden whether there is more, behind tokens, of which nobody can tell whether it is the same
 */
record Difference(List<String> gone, List<String> came, boolean hidden) {

    static Difference of(Collection<String> was, Collection<String> is) {
        return new Difference(without(was, is), without(is, was), false);
    }

    /**
     * Of two redacted runs. The same token of two redactions need not stand for the same, nor two tokens for different things, so none of them is
     * compared. And what one run states openly may be what another version put behind a token in the other run: it counts as gone or new only
     * where that other run has no more tokens than this one.
     */
    static Difference ofRedacted(Collection<String> was, Collection<String> is) {
        long tokensBefore = was.stream().filter(EarlierTokens::standIn).count();
        long tokensAfter = is.stream().filter(EarlierTokens::standIn).count();
        return new Difference(tokensAfter > tokensBefore ? List.of() : open(without(was, is)), tokensBefore > tokensAfter ? List.of() : open(without(is, was)),
            tokensBefore + tokensAfter > 0);
    }

    boolean none() {
        return gone.isEmpty() && came.isEmpty();
    }

    private static List<String> without(Collection<String> facts, Collection<String> others) {
        return facts.stream().filter(fact -> !others.contains(fact)).toList();
    }

    private static List<String> open(List<String> facts) {
        return facts.stream().filter(fact -> !EarlierTokens.standIn(fact)).toList();
    }
}
