package org.lossproof.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iffElse;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.Collectors;
import org.lossproof.theorem.ShownProof;

/** A proof about matrices as a reader sees it: lines typeset, the certificate of each to unfold. */
final class ProofHtml {
    private ProofHtml() {}

    static DomContent of(List<ShownProof.Step> steps) {
        return details(
                        summary("proof, " + steps.size() + " steps"),
                        div(each(steps, ProofHtml::step)).withClass("proof"))
                .attr("open");
    }

    private static DomContent step(ShownProof.Step step) {
        String known = step.tex().stream().map(t -> "\\(" + t + "\\)").collect(Collectors.joining(", "));
        DomContent said = span(step.words() + (known.isEmpty() ? "" : ": " + known));
        return div(iffElse(
                        step.because().isEmpty(),
                        said,
                        details(summary(said), ul(each(step.because(), b -> li(code(b)))))))
                .withClass("step")
                .withStyle("margin-left: " + 1.4 * step.depth() + "em");
    }
}
