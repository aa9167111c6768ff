package org.lossproof.cli;

import java.io.PrintWriter;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.symja.SymjaExpansion;
import org.lossproof.loss.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code lossproof}. */
@Command(
        name = "lossproof",
        mixinStandardHelpOptions = true,
        version = "lossproof 0.1.0",
        description = "Checks the theory of self-supervised-learning loss landscapes by machine.",
        subcommands = {
            VerifyCommand.class,
            DeriveCommand.class,
            LandscapeCommand.class,
            TrainCommand.class,
            FiguresCommand.class,
            ExplorerCommand.class,
            ReplayCommand.class,
            ListCommand.class,
            NewCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    /** Exit code for bad usage or bad input. */
    static final int BAD_INPUT = 2;

    /** Exit code for a verdict that is not as recorded, or routes that disagree. */
    static final int NOT_AS_RECORDED = 1;

    private Main() {}

    /** Runs a command and leaves with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
        if (args.length > 1 && args[0].equals("derive")) {
            // Symja takes longest to start: begin while the definition is read.
            SymjaExpansion.warmUp();
        }
        System.exit(run(out, err, args));
    }

    /** Runs a command: 0 fine, 1 news about a verdict or disagreeing routes, 2 bad usage or input. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, a) -> {
            err.println("lossproof: " + oneLine(e.getMessage()) + "; see "
                    + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return BAD_INPUT;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof InputException) {
                err.println("lossproof: " + oneLine(e.getMessage()));
                return BAD_INPUT;
            } else if (e instanceof RouteDisagreementException) {
                err.println("lossproof: " + oneLine(e.getMessage()));
                return NOT_AS_RECORDED;
            }
            throw e;
        });
        int code = args.length == 0 ? usage(line) : line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return BAD_INPUT;
    }

    private static String oneLine(String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }
}
