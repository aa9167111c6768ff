"""Full-batch training steps at d = 32, N = 1,000: NumPy's InfoNCE, the same by hand in Java, and what Lossproof compiles from
definitions, in turn, in one run. Ratios are of pairs that ran one after the other; wall and processor time.

    mvn -B -P benchmark test-compile && python3 src/benchmark/numpy/compare.py [--plain] [--rounds N]

--plain leaves out the vector module of Java (then the kernel by hand is left out, too).
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

# NumPy's temporaries of 8 MB are returned to the system and faulted in anew at every step unless the allocator keeps them,
# which makes its step four times as slow: it keeps them here.
KEPT = {"MALLOC_MMAP_THRESHOLD_": "4000000000", "MALLOC_TRIM_THRESHOLD_": "4000000000"}
if any(os.environ.get(name) != value for name, value in KEPT.items()):
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **KEPT})

import infonce_step  # noqa: E402

DEFINITIONS = ["infonce", "beta-infonce", "weighted-infonce", "simclr", "spectral-contrastive", "dot-infonce", "uniformity"]
STEPS, WARM = 10, 300


def numpy_steps(count):
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(count):
        infonce_step.step(infonce_step.w)
    return 1000 * (time.perf_counter() - wall) / count, 1000 * (time.process_time() - cpu) / count


class Java:
    def __init__(self, plain):
        root = pathlib.Path(__file__).resolve().parents[3]
        classpath = root / "target" / "benchmark.classpath"
        if "LOSSPROOF_CLASSPATH" not in os.environ:
            subprocess.run(["mvn", "-q", "-o", "-P", "benchmark", "dependency:build-classpath", "-Dmdep.includeScope=test",
                            f"-Dmdep.outputFile={classpath}"], cwd=root, check=True)
        classes = os.environ.get("LOSSPROOF_CLASSPATH") or f"target/test-classes:target/classes:{classpath.read_text()}"
        module = [] if plain else ["--add-modules", "jdk.incubator.vector"]
        self.process = subprocess.Popen(["java", *module, "-cp", classes, "org.lossproof.benchmark.Steps"], cwd=root,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def steps(self, name, count):
        self.process.stdin.write(f"{name} {count}\n")
        self.process.stdin.flush()
        return tuple(map(float, self.process.stdout.readline().split()))


def spread(values):
    quarters = statistics.quantiles(values, n=4)
    return f"{statistics.median(values):6.2f} ({quarters[0]:.2f} to {quarters[2]:.2f})"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--plain", action="store_true")
    options.add_argument("--rounds", type=int, default=30)
    given = options.parse_args()
    java = Java(given.plain)
    names = DEFINITIONS if given.plain else ["by-hand", *DEFINITIONS]
    for name in names:
        java.steps(name, WARM)
    numpy_steps(STEPS)
    times = {name: [] for name in ["numpy", *names]}
    ratios = {name: [] for name in names}
    to_hand = {name: [] for name in names}
    for _ in range(given.rounds):
        for name in names:
            peer = numpy_steps(STEPS)
            own = java.steps(name, STEPS)
            times["numpy"].append(peer)
            times[name].append(own)
            ratios[name].append((own[0] / peer[0], own[1] / peer[1]))
            if not given.plain:
                hand = own if name == "by-hand" else java.steps("by-hand", STEPS)
                to_hand[name].append((own[0] / hand[0], own[1] / hand[1]))
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; median (quartiles) of {given.rounds} rounds of {STEPS} steps")
    print(f"{'':22}{'ms a step':26}{'processor ms':26}{'wall / NumPy InfoNCE':26}{'processor / NumPy':26}{'wall / by hand':26}")
    for name, all_times in times.items():
        columns = [[t[0] for t in all_times], [t[1] for t in all_times]]
        if name != "numpy":
            columns += [[r[0] for r in ratios[name]], [r[1] for r in ratios[name]]]
            columns += [[r[0] for r in to_hand[name]]] if to_hand[name] else []
        print(f"{name:22}" + "".join(f"{spread(c):26}" for c in columns))


if __name__ == "__main__":
    main()
