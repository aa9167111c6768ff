package org.lossproof.cli;

import java.util.List;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.page.Page;

/** What {@code list --json} prints. */
record ListJson(List<Loss> losses, List<Claim> claims) {
    ListJson {
        losses = List.copyOf(losses);
        claims = List.copyOf(claims);
    }

    /** A loss of the catalogue with the names of its parameters. */
    record Loss(String name, String title, List<String> parameters) {
        Loss {
            parameters = List.copyOf(parameters);
        }
    }

    /** A claim of the paper. */
    record Claim(String id, String title) {}

    static ListJson of(List<LossDefinition> losses, List<Page> pages) {
        return new ListJson(
                losses.stream().map(ListJson::of).toList(),
                pages.stream().map(p -> new Claim(p.id(), p.title())).toList());
    }

    private static Loss of(LossDefinition loss) {
        List<String> parameters =
                loss.parameters().stream().map(ParameterDeclaration::name).toList();
        return new Loss(loss.name(), loss.title(), parameters);
    }
}
