package org.faultline.report.handover;

import java.util.Arrays;
import java.util.Optional;

/**
 * Three check characters by which every error of one or two characters is noticed, whatever it is: a Reed-Solomon code over the field of
 * thirty-two elements (x⁵ + x² + 1), with the roots α, α², α³.
 *
 * <p>Why: let {@code e} be the difference between what was written and what was meant. It goes unnoticed only if Σ eᵢ αⁱʲ = 0 for j = 1, 2, 3. With
 * one place i wrong that says eᵢ αⁱ = 0, but neither is 0. With two places i ≠ k, and a swap is one such case, the first two equations have the
 * determinant αⁱ αᵏ (αᵏ − αⁱ), which is not 0 as long as i, k &lt; 31; so both differences are 0. The third equation makes the distance
 * four: from one wrong character the right place can be told, and two wrong ones are never taken for one.
 */
final class CheckDigits {

    static final int COUNT = 3;
    private static final int SIZE = 31;

    private final int[] power = new int[2 * SIZE];
    private final int[] log = new int[SIZE + 1];

    CheckDigits() {
        int element = 1;
        for (int exponent = 0; exponent < SIZE; exponent++) {
            power[exponent] = element;
            power[exponent + SIZE] = element;
            log[element] = exponent;
            element = element << 1 ^ (element >= 16 ? 0b100101 : 0);
        }
    }

    private int times(int one, int other) {
        return one == 0 || other == 0 ? 0 : power[log[one] + log[other]];
    }

    /** The data with its check characters behind it: the remainder of division by (x − α)(x − α²)(x − α³). */
    int[] extended(int[] data) {
        int[] generator = {1};
        for (int root = 1; root <= COUNT; root++) {
            generator = timesRoot(generator, power[root]);
        }
        int[] word = Arrays.copyOf(data, data.length + COUNT);
        int[] rest = word.clone();
        for (int at = 0; at < data.length; at++) {
            int factor = rest[at];
            for (int term = 0; term < generator.length; term++) {
                rest[at + term] ^= times(factor, generator[term]);
            }
        }
        System.arraycopy(rest, data.length, word, data.length, COUNT);
        return word;
    }

    /** A polynomial, highest power first, times (x − root); minus is plus here. */
    private int[] timesRoot(int[] polynomial, int root) {
        int[] product = Arrays.copyOf(polynomial, polynomial.length + 1);
        for (int term = 0; term < polynomial.length; term++) {
            product[term + 1] ^= times(polynomial[term], root);
        }
        return product;
    }

    /** The value of the word at α, α², α³: all zero when nothing is wrong. */
    private int[] syndromes(int[] word) {
        int[] syndromes = new int[COUNT];
        for (int root = 1; root <= COUNT; root++) {
            int sum = 0;
            for (int symbol : word) {
                sum = times(sum, power[root]) ^ symbol;
            }
            syndromes[root - 1] = sum;
        }
        return syndromes;
    }

    boolean fit(int[] word) {
        int[] syndromes = syndromes(word);
        return syndromes[0] == 0 && syndromes[1] == 0 && syndromes[2] == 0;
    }

    /** The place that is wrong, if it is one alone: then the second and third sum are the first, times αⁱ and times α²ⁱ. */
    Optional<Integer> wrongPlace(int[] word) {
        int[] syndromes = syndromes(word);
        if (syndromes[0] == 0 || syndromes[1] == 0 || syndromes[2] == 0) {
            return Optional.empty();
        }
        int exponent = (log[syndromes[1]] - log[syndromes[0]] + SIZE) % SIZE;
        boolean alone = (log[syndromes[2]] - log[syndromes[1]] + SIZE) % SIZE == exponent;
        return alone && exponent < word.length ? Optional.of(word.length - 1 - exponent) : Optional.empty();
    }
}
