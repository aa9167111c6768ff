// Linear algebra of matrices no larger than the number of modes.
const algebra = (function () {
  'use strict';

  function total(values) {
    return values.reduce(function (t, x) { return t + x; }, 0);
  }

  /** Solves A x = y for each right side by elimination with pivots; null if a pivot is {@code cancelled} beside A. */
  function linearSolve(matrix, rights, cancelled) {
    const n = matrix.length;
    const size = matrix.reduce(function (t, row) {
      return Math.max(t, row.reduce(function (u, x) { return u + Math.abs(x); }, 0));
    }, 0);
    const rows = matrix.map(function (row, i) { return row.concat(rights.map(function (r) { return r[i]; })); });
    for (let k = 0; k < n; k++) {
      let best = k;
      for (let i = k + 1; i < n; i++) {
        best = Math.abs(rows[i][k]) > Math.abs(rows[best][k]) ? i : best;
      }
      if (!(Math.abs(rows[best][k]) > cancelled * size)) {
        return null;
      }
      let swap = rows[k];
      rows[k] = rows[best];
      rows[best] = swap;
      for (let i = 0; i < n; i++) {
        if (i !== k) {
          let f = rows[i][k] / rows[k][k];
          for (let j = k; j < rows[i].length; j++) {
            rows[i][j] -= f * rows[k][j];
          }
        }
      }
    }
    return rights.map(function (r, e) { return rows.map(function (row, i) { return row[n + e] / row[i]; }); });
  }

  /** The eigenvalues of a small symmetric matrix, by Jacobi's rotations. */
  function eigenvalues(matrix) {
    const a = matrix.map(function (row) { return row.slice(); });
    const n = a.length;
    function rotate(pairs, c, s) {
      pairs.forEach(function (e) {
        let x = a[e[0]][e[1]];
        let y = a[e[2]][e[3]];
        a[e[0]][e[1]] = c * x - s * y;
        a[e[2]][e[3]] = s * x + c * y;
      });
    }
    for (let sweep = 0; sweep < 30; sweep++) {
      for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++) {
          if (a[i][j] !== 0) {
            let angle = 0.5 * Math.atan2(2 * a[i][j], a[j][j] - a[i][i]);
            let c = Math.cos(angle);
            let s = Math.sin(angle);
            rotate(a.map(function (row, k) { return [k, i, k, j]; }), c, s);
            rotate(a.map(function (row, k) { return [i, k, j, k]; }), c, s);
          }
        }
      }
    }
    return a.map(function (row, i) { return row[i]; });
  }

  /** B'MB for an orthonormal basis B of the complement of u, from a Householder reflection. */
  function restricted(matrix, u) {
    const n = u.length;
    const length = Math.sqrt(total(u.map(function (x) { return x * x; })));
    const v = u.slice();
    v[0] += (u[0] < 0 ? -1 : 1) * length;
    const vv = total(v.map(function (x) { return x * x; }));
    function entry(i, j) { return (i === j ? 1 : 0) - 2 * v[i] * v[j] / vv; }
    const out = [];
    for (let x = 1; x < n; x++) {
      out.push([]);
      for (let y = 1; y < n; y++) {
        let sum = 0;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            sum += entry(i, x) * matrix[i][j] * entry(j, y);
          }
        }
        out[x - 1].push(sum);
      }
    }
    return out;
  }

  return {total: total, linearSolve: linearSolve, eigenvalues: eigenvalues, restricted: restricted};
})();
