package org.lossproof.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Span;

/**
 * A paper: a directory with {@code paper.md}, a page a claim, and losses of its own if it has any. Read whole, once; pages are untrusted.
 *
 * @param name of the paper, such as {@code ziyin-2023}
 * @param title of the paper
 * @param source where it was published
 * @param pages in the order of {@code paper.md}, then those that it does not list
 * @param losses that its pages may name
 * @param markdown the text of {@code paper.md}
 */
public record Paper(String name, String title, String source, List<Page> pages, Losses losses, String markdown) {
    /** The paper that ships with the tool. */
    public static final String DEFAULT = "ziyin-2023";

    static final String ID = "[A-Za-z0-9][A-Za-z0-9-]*";
    private static final String OPENING = "paper.md";
    private static final Set<String> NO_PAGES = Set.of(OPENING, "ledger.md", "README.md");
    private static final Pattern TITLE = Pattern.compile("# ([a-z0-9][a-z0-9-]*): (.*\\S)\\s*");
    private static final Pattern SOURCE = Pattern.compile("- Source: (.*\\S)\\s*");
    private static final Pattern ENTRY = Pattern.compile("\\s*[-*] \\[[^\\]]*\\]\\(([^)/]*)\\.md\\).*");
    private static final long MOST_BYTES = 1_000_000;

    public Paper {
        pages = List.copyOf(pages);
    }

    /**
     * The paper in a directory.
     *
     * @throws InputException if a file is missing, or cannot be understood
     */
    public static Paper read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new InputException(
                    directory + ": no such directory; 'lossproof new --paper DIR' writes one to start from");
        }
        return new Reader(directory, directory.toString()).paper();
    }

    /** A paper that ships with the tool, by its name. */
    public static Paper shipped(String name) {
        String folder = "/proofs/" + name;
        try {
            URI place = Paper.class.getResource(folder + "/" + OPENING).toURI();
            if (!place.getScheme().equals("jar")) {
                return new Reader(Path.of(place).getParent(), "proofs/" + name).paper();
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return new Reader(jar.getPath(folder), "proofs/" + name).paper();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those pages whose id is one of {@code names}, or, where no id is, begins with it and a hyphen ({@code table-1} names every
     * cell); all if there is no name.
     *
     * @throws InputException if a name fits none
     */
    public List<Page> named(List<String> names) {
        for (String wanted : names) {
            if (pages.stream().noneMatch(p -> fits(p, wanted))) {
                throw new InputException("no claim '" + wanted + "' in " + name + "; it has "
                        + String.join(", ", pages.stream().map(Page::id).toList()));
            }
        }
        return pages.stream()
                .filter(p -> names.isEmpty() || names.stream().anyMatch(n -> fits(p, n)))
                .toList();
    }

    private boolean fits(Page page, String wanted) {
        boolean isId = pages.stream().anyMatch(p -> p.id().equals(wanted));
        return page.id().equals(wanted) || (!isId && page.id().startsWith(wanted + "-"));
    }

    /** Reads a directory. */
    private static final class Reader {
        private final Path directory;
        private final String shown;
        private final Map<String, String> texts = new HashMap<>();

        Reader(Path directory, String shown) {
            this.directory = directory;
            this.shown = shown;
        }

        Paper paper() {
            String opening = text(directory.resolve(OPENING));
            List<String> lines = opening.lines().toList();
            String file = shown(OPENING);
            Matcher title = TITLE.matcher(lines.isEmpty() ? "" : lines.get(0));
            if (!title.matches()) {
                throw new InputException(
                        new Span(file, 1, 1), "paper.md opens with the line '# NAME: title of the paper'");
            }
            Set<String> ids = new LinkedHashSet<>(listed(lines, file));
            ids.addAll(found());
            if (ids.isEmpty()) {
                throw new InputException(
                        new Span(file, 1, 1), "the paper has no page; a claim is a file ID.md beside paper.md");
            }
            Losses losses = losses();
            List<Page> pages = ids.stream()
                    .map(id -> Page.parse(id, page(id), shown(id + ".md"), losses))
                    .toList();
            requireKnownUses(pages);
            return new Paper(title.group(1), title.group(2), source(lines, file), pages, losses, opening);
        }

        private static String source(List<String> lines, String file) {
            return lines.stream()
                    .map(SOURCE::matcher)
                    .filter(Matcher::matches)
                    .map(m -> m.group(1))
                    .findFirst()
                    .orElseThrow(() -> new InputException(
                            new Span(file, 2, 1),
                            "paper.md has a line '- Source: authors, where, when'; here is none"));
        }

        private List<String> listed(List<String> lines, String file) {
            List<String> out = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                Matcher entry = ENTRY.matcher(lines.get(i));
                if (entry.matches() && !NO_PAGES.contains(entry.group(1) + ".md")) {
                    String id = entry.group(1);
                    Span span = new Span(file, i + 1, 1);
                    if (!id.matches(ID)) {
                        throw new InputException(
                                span,
                                "'" + id + "' is no id of a claim; ids are letters, digits and hyphens, such as eq-15");
                    } else if (!Files.exists(directory.resolve(id + ".md"))) {
                        throw new InputException(span, "there is no page " + shown(id + ".md"));
                    } else if (out.contains(id)) {
                        throw new InputException(span, "'" + id + "' is listed twice");
                    }
                    out.add(id);
                }
            }
            return out;
        }

        private List<String> found() {
            List<String> names;
            try (Stream<Path> files = Files.list(directory)) {
                names = files.map(f -> f.getFileName().toString())
                        .filter(n -> n.endsWith(".md") && !NO_PAGES.contains(n))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new InputException(shown + ": cannot be read: " + e.getMessage());
            }
            List<String> ids =
                    names.stream().map(n -> n.substring(0, n.length() - 3)).toList();
            for (String id : ids) {
                if (!id.matches(ID)) {
                    throw new InputException(
                            new Span(shown(id + ".md"), 1, 1),
                            "'" + id + "' is no id of a claim; ids are letters, digits and hyphens, such as eq-15");
                }
            }
            return ids;
        }

        private Losses losses() {
            Path folder = directory.resolve("losses");
            if (!Files.isDirectory(folder)) {
                return Losses.CATALOGUE;
            }
            Map<String, String> texts = new HashMap<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".loss")) {
                        texts.put(name.substring(0, name.length() - ".loss".length()), text(file));
                    }
                }
            } catch (IOException e) {
                throw new InputException(shown("losses") + ": cannot be read: " + e.getMessage());
            }
            return new Losses(texts, shown("losses") + "/");
        }

        private String page(String id) {
            return texts.computeIfAbsent(id, i -> text(directory.resolve(i + ".md")));
        }

        private void requireKnownUses(List<Page> pages) {
            Set<String> ids = new LinkedHashSet<>(pages.stream().map(Page::id).toList());
            for (Page page : pages) {
                for (String use : page.allUses()) {
                    if (!ids.contains(use) || use.equals(page.id())) {
                        throw new InputException(
                                use(page, use),
                                "the page builds on '" + use + "', which is "
                                        + (use.equals(page.id()) ? "itself" : "no claim of this paper"));
                    }
                }
            }
        }

        /** Where a page says that it builds on a claim. */
        private Span use(Page page, String use) {
            List<String> lines = page(page.id()).lines().toList();
            Pattern said = Pattern.compile("(?:- Uses:.*[ ,]|  .*[ ,]|\\s*premise\\s+)(" + use + ")(?![A-Za-z0-9-]).*");
            for (int i = 0; i < lines.size(); i++) {
                Matcher m = said.matcher(lines.get(i));
                if (m.matches()) {
                    return new Span(page.file(), i + 1, m.start(1) + 1);
                }
            }
            return new Span(page.file(), 1, 1);
        }

        private String shown(String file) {
            return shown + "/" + file;
        }

        private String text(Path file) {
            Span where = new Span(shown(directory.relativize(file).toString()), 1, 1);
            if (!Files.exists(file)) {
                throw new InputException(
                        where, "no such file; 'lossproof new --paper DIR' writes a paper to start from");
            }
            try {
                if (Files.size(file) > MOST_BYTES) {
                    throw new InputException(where, "the file has more than 1 MB; a page is a few hundred lines");
                }
                String text = Files.readString(file);
                if (text.indexOf('\0') >= 0) {
                    throw new InputException(where, "a binary file; a page is plain text");
                }
                return text;
            } catch (CharacterCodingException e) {
                throw new InputException(where, "not a text file in UTF-8; a page is plain text");
            } catch (IOException e) {
                throw new InputException(where, "cannot be read: " + e.getMessage());
            }
        }
    }
}
