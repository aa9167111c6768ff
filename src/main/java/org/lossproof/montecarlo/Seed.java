package org.lossproof.montecarlo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a stream of random numbers starts: the seed of the run and what the stream is for, by name. Nothing depends on the
 * place of a thing in a list.
 *
 * @param run the seed of the run, as the user gives it
 * @param names what the stream is for, such as a claim and a block of its page
 */
public record Seed(long run, List<String> names) {
    public Seed {
        names = List.copyOf(names);
    }

    /** The seed of a run. */
    public static Seed of(long run) {
        return new Seed(run, List.of());
    }

    /** The seed of a part of what this one is for. */
    public Seed of(String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return new Seed(run, all);
    }

    /** The first 64 bits of the SHA-256 digest of the run's seed and the names, each after its length. */
    public long state() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(run).array());
            for (String name : names) {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
