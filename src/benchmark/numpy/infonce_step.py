"""A full-batch InfoNCE step (loss and gradient by W) in NumPy, as one would write it by hand: d = 32, N = 1,000, float64."""
import statistics
import time

import numpy as np

d, n, steps = 32, 1000, 40
rng = np.random.default_rng(1)
w = rng.normal(size=(d, d)) / np.sqrt(d)
x = rng.normal(size=(n, d))
y = x + rng.normal(size=(n, d))
x = x + rng.normal(size=(n, d))


def step(w):
    f, g = x @ w.T, y @ w.T
    squares = np.einsum("ij,ij->i", f, f)
    e = f @ f.T
    e -= 0.5 * squares[:, None]
    e -= 0.5 * squares[None, :]
    np.exp(e, out=e)
    np.fill_diagonal(e, 0)
    sums = e.sum(axis=1)
    difference = f - g
    loss = 0.5 * np.mean(np.sum(difference**2, axis=1)) + np.mean(np.log(sums / (n - 1)))
    e /= sums[:, None] * n
    e += e.T
    by_f = difference / n + e @ f - e.sum(axis=1)[:, None] * f
    return loss, by_f.T @ x - (difference / n).T @ y


if __name__ == "__main__":
    times = []
    for _ in range(steps):
        start = time.perf_counter()
        loss, gradient = step(w)
        times.append(1000 * (time.perf_counter() - start))
    times = times[5:]
    print(f"numpy {statistics.median(times):.2f} ms a step ({min(times):.2f} to {max(times):.2f}), loss {loss:.6f}")
