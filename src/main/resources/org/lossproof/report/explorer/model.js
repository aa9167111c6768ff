// The numbers of the page: landscapes of modes, as in org.lossproof.landscape (MaskSolver, SpectrumOfMask, KernelModes), from
// derived coefficients. No drawing here, so that a test runs it without a browser and compares it with Java.
const lossproof = (function () {
  'use strict';

  const total = algebra.total;
  let cancelled = 0;
  let slopeFloor = 0;

  /** Sets the tolerances of the closed forms, which are Java's. */
  function configure(tolerance) {
    cancelled = tolerance.cancelled;
    slopeFloor = tolerance.slopeFloor;
  }

  /** The value of a coefficient tree at parameters by name. */
  function evaluate(tree, parameters) {
    return sumOf(tree.over, tree.generators, parameters) / sumOf(tree.under, tree.generators, parameters);
  }

  function sumOf(terms, generators, parameters) {
    let sum = 0;
    terms.forEach(function (term) {
      let product = term[0];
      Object.keys(term[1]).forEach(function (name) {
        product *= Math.pow(generatorAt(generators[name], parameters), term[1][name]);
      });
      sum += product;
    });
    return sum;
  }

  function generatorAt(generator, parameters) {
    if ('parameter' in generator) {
      return parameters[generator.parameter];
    } else if ('log' in generator) {
      return Math.log(evaluate(generator.log, parameters));
    } else if ('exp' in generator) {
      return Math.exp(evaluate(generator.exp, parameters));
    }
    return Math.pow(evaluate(generator.base, parameters), evaluate(generator.exponent, parameters));
  }

  /** The coefficients of a loss as numbers: b by letter, the quartic by invariant; d1 is one of the parameters. */
  function coefficients(loss, parameters, d1) {
    const all = {d1: d1};
    Object.keys(parameters).forEach(function (name) { all[name] = parameters[name]; });
    const out = {b: {}, quartic: {}};
    Object.keys(loss.b).forEach(function (letter) { out.b[letter] = -evaluate(loss.b[letter], all); });
    Object.keys(loss.quartic).forEach(function (name) { out.quartic[name] = evaluate(loss.quartic[name], all); });
    return out;
  }

  /** The quartic by traces; with one row a sum over coordinates is the trace of the product. */
  function traces(quartic) {
    function of(name) { return quartic[name] || 0; }
    return {
      aa: of('tr(AA)') + of('sum_i(A_ii^2)'), ac: of('tr(AC)') + of('sum_i(A_ii*C_ii)'), cc: of('tr(CC)') + of('sum_i(C_ii^2)'),
      a2: of('tr(A)^2'), atc: of('tr(A)tr(C)'), c2: of('tr(C)^2')
    };
  }

  function same(x, y) {
    return Math.abs(x - y) <= cancelled * (Math.abs(x) + Math.abs(y));
  }

  /**
   * The landscape in whitened coordinates of a state {a, c, d1, parameters, decay, norm: none|penalty|constraint, kappa, target}:
   * g, q, p on the modes with a + c > 0, b - decay of all modes.
   */
  function landscape(loss, state) {
    const k = coefficients(loss, state.parameters, state.d1);
    const t = traces(k.quartic);
    const n = state.a.length;
    const b = [];
    const range = [];
    for (let i = 0; i < n; i++) {
      b.push(k.b.A * state.a[i] + k.b.C * state.c[i] + k.b.G - state.decay);
      if (state.a[i] + state.c[i] > 0) {
        range.push(i);
      }
    }
    const s = range.map(function (i) { return state.a[i] + state.c[i]; });
    const share = range.map(function (i, r) { return state.a[i] / s[r]; });
    const uniform = same(t.aa, t.cc) && same(t.ac, 2 * t.aa) && same(t.a2, t.c2) && same(t.atc, 2 * t.a2);
    function form(x, y, z) {
      return share.map(function (ai) {
        return share.map(function (aj) {
          return x * ai * aj + y * 0.5 * (ai * (1 - aj) + (1 - ai) * aj) + z * (1 - ai) * (1 - aj);
        });
      });
    }
    function filled(x) {
      return share.map(function () { return share.map(function () { return x; }); });
    }
    return {
      b: b, range: range, s: s, uniform: uniform, d1: state.d1,
      g: range.map(function (i, r) { return b[i] / s[r]; }),
      q: uniform ? filled(t.aa) : form(t.aa, t.ac, t.cc),
      p: uniform ? filled(t.a2) : form(t.a2, t.atc, t.c2),
      constraint: state.norm === 'constraint',
      kappa: state.norm === 'penalty' ? state.kappa : 0,
      target: state.norm === 'none' ? 0 : state.target
    };
  }

  /** Why the loss has no landscape to show; empty if it has one. */
  function defect(m) {
    const finite = m.b.concat(m.q.length ? m.q[0].concat(m.p[0]) : []).every(isFinite);
    if (!finite) {
      return 'A coefficient has no value at these parameters.';
    }
    if (m.range.length === 0) {
      return 'All a and c are 0: there is no data.';
    }
    const rank = Math.min(m.range.length, m.d1);
    if (m.uniform && !(m.q[0][0] > 0 && m.q[0][0] + rank * m.p[0][0] > 0)) {
      return 'The quartic is not positive here: the fourth-order landscape is not bounded below.';
    }
    return '';
  }

  /** The loss without its penalty at W'W = diag in whitened coordinates. */
  function bare(m, h) {
    let sum = 0;
    for (let i = 0; i < h.length; i++) {
      let inner = -m.g[i] + m.q[i][i] * h[i];
      for (let j = 0; j < h.length; j++) {
        inner += m.p[i][j] * h[j];
      }
      sum += h[i] * inner;
    }
    return sum;
  }

  /** The loss at a weight with rows of length n, in W; at a constraint the loss alone. */
  function lossAt(m, rows) {
    const n = m.range.length;
    function gram(i, j) {
      return Math.sqrt(m.s[i] * m.s[j])
        * rows.reduce(function (sum, row) { return sum + row[m.range[i]] * row[m.range[j]]; }, 0);
    }
    let sum = 0;
    let norm = 0;
    for (let i = 0; i < n; i++) {
      let hi = gram(i, i);
      norm += hi;
      sum -= m.g[i] * hi;
      for (let j = 0; j < n; j++) {
        let hij = gram(i, j);
        sum += m.q[i][j] * hij * hij + m.p[i][j] * hi * gram(j, j);
      }
    }
    m.b.forEach(function (b, i) {
      if (m.range.indexOf(i) < 0) {
        sum -= b * rows.reduce(function (t, row) { return t + row[i] * row[i]; }, 0);
      }
    });
    return sum + m.kappa * (norm - m.target) * (norm - m.target);
  }

  /** J^(-1) g and J^(-1) 1 on the active modes, J = 2 diag(q_ii) + 2 p. */
  function inverse(m, active) {
    if (m.uniform) {
      let q2 = m.q[0][0];
      let q1 = m.p[0][0];
      let k = active.length;
      let sum = active.reduce(function (t, i) { return t + m.g[i]; }, 0);
      let shared = q1 * sum / (2 * q2 * (q2 + k * q1));
      return [
        active.map(function (i) { return m.g[i] / (2 * q2) - shared; }),
        active.map(function () { return 1 / (2 * (q2 + k * q1)); })];
    }
    const j = active.map(function (x) {
      return active.map(function (y) { return 2 * m.p[x][y] + (x === y ? 2 * m.q[x][x] : 0); });
    });
    const rights = [active.map(function (i) { return m.g[i]; }), active.map(function () { return 1; })];
    return algebra.linearSolve(j, rights, cancelled);
  }

  /** h > 0 on the active modes and the multiplier mu; null if there is no such point. */
  function solveMask(m, active) {
    const zero = m.g.map(function () { return 0; });
    if (active.length === 0) {
      return m.constraint && m.target > 0 ? null : {h: zero, mu: m.constraint ? 0 : -2 * m.kappa * m.target};
    }
    const xy = inverse(m, active);
    if (!xy) {
      return null;
    }
    const beta = total(xy[1]);
    const size = total(xy[1].map(Math.abs));
    const stiffness = m.constraint ? beta : 1 + 2 * m.kappa * beta;
    const mu = (m.constraint ? 1 : 2 * m.kappa) * (total(xy[0]) - m.target) / stiffness;
    if (!(Math.abs(stiffness) > cancelled * (m.constraint ? size : 1 + 2 * m.kappa * size)) || !isFinite(mu)) {
      return null;
    }
    for (let e = 0; e < active.length; e++) {
      let i = active[e];
      let value = xy[0][e] - mu * xy[1][e];
      let unshared = m.q[i][i] === 0 ? 0 : Math.abs(m.g[i] / (2 * m.q[i][i]));
      if (!(value > cancelled * (Math.abs(xy[0][e]) + Math.abs(mu * xy[1][e]) + unshared))) {
        return null;
      }
      zero[i] = value;
    }
    return {h: zero, mu: mu};
  }

  /** D_j = -g_j + 2 (p h)_j + mu without -g_j: what g_j must exceed for the mode to leave the origin at this point. */
  function level(m, h, mu, j) {
    return mu + total(h.map(function (x, i) { return 2 * m.p[i][j] * x; }));
  }

  /** How many directions of the Hessian are negative, positive, and zero without the symmetry causing it. */
  function inertia(m, active, h, mu) {
    const out = {negative: 0, positive: 0, open: 0};
    function count(value, scale, times) {
      if (Math.abs(value) <= cancelled * scale) {
        out.open += times;
      } else if (value < 0) {
        out.negative += times;
      } else {
        out.positive += times;
      }
    }
    const k = active.length;
    if (m.constraint && k === 0) {
      return out;
    }
    const largest = Math.max.apply(null, m.g.map(Math.abs));
    for (let j = 0; j < h.length; j++) {
      if (active.indexOf(j) < 0) {
        let slope = level(m, h, mu, j) - m.g[j];
        let scale = Math.abs(mu) + Math.abs(m.g[j]) + slopeFloor * largest
          + total(h.map(function (x, i) { return 2 * Math.abs(m.p[i][j]) * x; }));
        count(slope, scale, m.d1 - k);
        active.forEach(function (i) {
          let bend = 2 * m.q[i][j] * h[i];
          count(slope + bend, scale + Math.abs(bend), 1);
        });
      }
    }
    for (let x = 0; x < k; x++) {
      for (let y = 0; y < x; y++) {
        count(2 * m.q[active[x]][active[y]] * (h[active[x]] + h[active[y]]), 0, 1);
      }
    }
    lengths(m, active, h, count);
    return out;
  }

  function lengths(m, active, h, count) {
    if (active.length === 0) {
      return;
    }
    const core = active.map(function (i) {
      return active.map(function (j) { return m.kappa + m.p[i][j] + (i === j ? m.q[i][i] : 0); });
    });
    const root = active.map(function (i) { return Math.sqrt(h[i]); });
    const block = core.map(function (row, x) { return row.map(function (v, y) { return root[x] * v * root[y]; }); });
    const found = algebra.eigenvalues(m.constraint ? algebra.restricted(block, root) : block);
    const largest = Math.max.apply(null, found.map(Math.abs).concat([0]));
    const cores = algebra.eigenvalues(core);
    const definite = m.uniform
      || Math.min.apply(null, cores) > cancelled * Math.max.apply(null, cores.map(Math.abs));
    found.forEach(function (e) { count(definite ? 1 : e, definite ? 0 : largest, 1); });
  }

  function kind(inertiaOf) {
    if (inertiaOf.negative > 0 && inertiaOf.positive > 0) {
      return 'saddle';
    } else if (inertiaOf.open > 0) {
      return 'degenerate';
    }
    return inertiaOf.negative > 0 ? 'maximum' : 'minimum';
  }

  /** The number of the first mode that each mode can be exchanged with. */
  function groups(m) {
    function exchangeable(i, j) {
      let equal = same(m.g[i], m.g[j]);
      if (!equal || m.uniform) {
        return equal;
      }
      let alike = m.q[i][i] === m.q[j][j] && m.p[i][i] === m.p[j][j];
      for (let k = 0; k < m.g.length; k++) {
        alike = alike && (k === i || k === j || (m.q[i][k] === m.q[j][k] && m.p[i][k] === m.p[j][k]));
      }
      return alike;
    }
    const group = m.g.map(function (g, i) { return i; });
    group.forEach(function (e, i) {
      for (let j = 0; j < i; j++) {
        if (group[j] === j && group[i] === i && exchangeable(i, j)) {
          group[i] = j;
        }
      }
    });
    return group;
  }

  function penalised(m, solution) {
    const penalty = m.kappa > 0 ? solution.mu * solution.mu / (4 * m.kappa) : 0;
    return bare(m, solution.h) + penalty;
  }

  /** The masks that are visited: of exchangeable modes the first ones are taken. */
  function masks(m) {
    const n = m.g.length;
    const group = groups(m);
    const out = [];
    for (let bits = 0; bits < Math.pow(2, n); bits++) {
      let active = [];
      let first = true;
      for (let i = 0; i < n; i++) {
        if (bits & (1 << i)) {
          for (let j = 0; j < i; j++) {
            first = first && (group[j] !== group[i] || (bits & (1 << j)) !== 0);
          }
          active.push(i);
        }
      }
      if (first && active.length <= Math.min(n, m.d1)) {
        out.push(active);
      }
    }
    return out;
  }

  /** Whether there is a global minimum. */
  function bounded(m) {
    const rays = m.g.every(function (g, i) {
      let ray = m.q[i][i] + m.p[i][i];
      return ray > 0 || m.constraint || m.kappa > -ray;
    });
    const kernel = m.b.every(function (b, i) { return m.range.indexOf(i) >= 0 || !(b > 0); });
    return rays && kernel;
  }

  /** The solution of least loss: {active, h, mu, loss, tied}, tied if another mask has the same loss; null if there is none. */
  function lowest(m) {
    if (defect(m) || !bounded(m)) {
      return null;
    }
    let best = null;
    masks(m).forEach(function (active) {
      let solution = solveMask(m, active);
      if (solution) {
        let loss = penalised(m, solution);
        const rounding = best ? cancelled * (Math.abs(loss) + Math.abs(best.loss)) : 0;
        if (!best || loss < best.loss - rounding) {
          best = {active: active, h: solution.h, mu: solution.mu, loss: loss, tied: false};
        } else if (loss <= best.loss + rounding) {
          best.tied = true;
        }
      }
    });
    return best;
  }

  /** Puts numbers of the range in their places among all modes, divided by s where asked. */
  function spread(m, values) {
    return m.b.map(function (b, i) {
      let r = m.range.indexOf(i);
      return r < 0 || values[r] === 0 ? 0 : values[r];
    });
  }

  /**
   * All stationary points that are diagonal in the modes, by ascending loss: {mask, wtw, loss, kind, negative}; and at the lowest
   * of them the level of every mode. An empty list has a reason.
   */
  function solve(loss, state) {
    const m = landscape(loss, state);
    const reason = defect(m);
    const out = {b: m.b, uniform: m.uniform, bounded: !reason && bounded(m), reason: reason, points: [], levels: [], tied: false,
      landscape: m};
    if (reason) {
      return out;
    }
    const kernel = m.b.filter(function (b, i) { return m.range.indexOf(i) < 0; });
    masks(m).forEach(function (active) {
      let solution = solveMask(m, active);
      if (solution) {
        let found = inertia(m, active, solution.h, solution.mu);
        kernel.forEach(function (b) {
          found.negative += b > 0 ? m.d1 : 0;
          found.positive += b < 0 ? m.d1 : 0;
        });
        out.points.push({
          mask: spread(m, solution.h).map(function (h) { return h > 0 ? 1 : 0; }),
          wtw: spread(m, solution.h.map(function (h, r) { return h / m.s[r]; })),
          loss: penalised(m, solution), kind: kind(found), negative: found.negative
        });
      }
    });
    out.points.sort(function (x, y) { return x.loss - y.loss; });
    const best = lowest(m);
    if (best) {
      out.tied = best.tied;
      out.levels = spread(m, m.g.map(function (g, j) { return level(m, best.h, best.mu, j); }));
    }
    return out;
  }

  /** The global minimum's mask as text, 1 for an active mode: "101"; "=" if several masks tie, empty if there is none. */
  function phase(loss, state) {
    const m = landscape(loss, state);
    const best = lowest(m);
    return best && best.tied ? '=' : best ? spread(m, best.h).map(function (h) { return h > 0 ? '1' : '0'; }).join('') : '';
  }

  return {
    configure: configure, coefficients: coefficients, landscape: landscape, lossAt: lossAt, solve: solve, phase: phase
  };
})();
