// What the page shows, as data: the state, what may be moved, and the address that holds it.
const states = (function () {
  'use strict';

  const MODES = 3;
  // Of the 81 points of a coarse diagram, so many make a phase worth seeing: more than an edge has.
  const AREA = 10;
  const DEFAULTS = {a: [1, 0.6, 0.3], c: [0.4, 1.1, 0.7]};
  const NORMS = ['none', 'penalty', 'constraint'];
  const VIEWS = ['plane', 'profile'];

  function initial(loss) {
    const parameters = {};
    loss.parameters.forEach(function (p) { parameters[p.name] = p.example; });
    return {
      loss: loss.name, modes: 2, d1: loss.coordinateSums ? 1 : 2, a: DEFAULTS.a.slice(), c: DEFAULTS.c.slice(),
      parameters: parameters, decay: 0, norm: 'none', kappa: 1, target: 1, view: 'plane', first: 1, second: 2, x: '', y: ''
    };
  }

  /** The state of the model alone: the modes that there are. */
  function model(state) {
    return {
      a: state.a.slice(0, state.modes), c: state.c.slice(0, state.modes), d1: state.d1, parameters: state.parameters,
      decay: state.decay, norm: state.norm, kappa: state.kappa, target: state.target
    };
  }

  function slider(key, tex, says, from, to, step, group) {
    return {key: key, tex: tex, says: says, from: from, to: to, step: step, group: group, low: 0, lowOpen: false, high: null,
      highOpen: false, integer: false};
  }

  /** What may be moved, in order; each has a key in the address. */
  function controls(loss, state) {
    const out = [];
    for (let i = 1; i <= state.modes; i++) {
      out.push(slider('a' + i, 'a_' + i, 'a of mode ' + i, 0, 3, 0.01, 'Mode ' + i));
      out.push(slider('c' + i, 'c_' + i, 'c of mode ' + i, 0, 3, 0.01, 'Mode ' + i));
    }
    loss.parameters.forEach(function (p) {
      out.push(Object.assign({}, p, {key: 'p.' + p.name, says: p.name, group: 'Parameters of the loss'}));
    });
    out.push(slider('decay', '\\gamma', 'weight decay', 0, 2, 0.01, 'Weight decay: + \u03b3 |W|\u00b2'));
    if (state.norm === 'penalty') {
      out.push(slider('kappa', '\\kappa', 'kappa of the penalty', 0, 10, 0.05, 'norm'));
    }
    if (state.norm !== 'none') {
      out.push(slider('target', 'c', 'c, the wanted norm', 0, 5, 0.05, 'norm'));
    }
    return out;
  }

  function get(state, key) {
    if (key.slice(0, 2) === 'p.') {
      return state.parameters[key.slice(2)];
    }
    return /^[ac][1-9]$/.test(key) ? state[key[0]][Number(key[1]) - 1] : state[key];
  }

  /** A copy with another value. */
  function set(state, key, value) {
    const out = Object.assign({}, state);
    if (key.slice(0, 2) === 'p.') {
      out.parameters = Object.assign({}, state.parameters);
      out.parameters[key.slice(2)] = value;
    } else if (/^[ac][1-9]$/.test(key)) {
      out[key[0]] = state[key[0]].slice();
      out[key[0]][Number(key[1]) - 1] = value;
    } else {
      out[key] = value;
    }
    return out;
  }

  /** Why a control cannot have a value; empty if it can. */
  function refusal(control, value) {
    const named = control.says + ' = ' + value;
    if (typeof value !== 'number' || !isFinite(value)) {
      return control.says + ': give a number';
    } else if (control.low !== null && (control.lowOpen ? !(value > control.low) : !(value >= control.low))) {
      return named + ': give a number ' + (control.lowOpen ? '> ' : '>= ') + control.low;
    } else if (control.high !== null && (control.highOpen ? !(value < control.high) : !(value <= control.high))) {
      return named + ': give a number ' + (control.highOpen ? '< ' : '<= ') + control.high;
    } else if (control.integer && value !== Math.round(value)) {
      return named + ': give an integer';
    }
    return '';
  }

  function text(loss, state) {
    const parts = ['loss=' + encodeURIComponent(state.loss), 'modes=' + state.modes, 'd1=' + state.d1, 'norm=' + state.norm];
    controls(loss, state).forEach(function (c) { parts.push(encodeURIComponent(c.key) + '=' + get(state, c.key)); });
    ['view', 'first', 'second', 'x', 'y'].forEach(function (key) { parts.push(key + '=' + encodeURIComponent(state[key])); });
    return '#' + parts.join('&');
  }

  /** The state of an address, and complaints about what in it cannot be. */
  function read(losses, address) {
    const given = {};
    const complaints = [];
    address.replace(/^#/, '').split('&').filter(String).forEach(function (part) {
      const at = part.indexOf('=');
      try {
        given[decodeURIComponent(part.slice(0, at))] = decodeURIComponent(part.slice(at + 1));
      } catch (malformed) {
        complaints.push('address: ' + part + ' is malformed');
      }
    });
    const named = losses.filter(function (l) { return l.name === given.loss; });
    if (given.loss && !named.length) {
      complaints.push('address: no loss ' + given.loss + ' on this page');
    }
    const loss = named[0] || losses[0];
    let state = initial(loss);
    function choice(key, options, convert) {
      if (key in given) {
        if (options.indexOf(convert(given[key])) >= 0) {
          state[key] = convert(given[key]);
        } else {
          complaints.push('address: ' + key + ' = ' + given[key] + ' is none of ' + options.join(', '));
        }
      }
    }
    choice('modes', numbers(MODES), Number);
    choice('d1', rows(loss), Number);
    choice('norm', NORMS, String);
    choice('view', VIEWS, String);
    choice('first', numbers(state.modes), Number);
    choice('second', numbers(state.modes), Number);
    controls(loss, state).forEach(function (c) {
      if (c.key in given) {
        const value = given[c.key].trim() === '' ? NaN : Number(given[c.key]);
        const why = refusal(c, value);
        if (why) {
          complaints.push('address: ' + why);
        } else {
          state = set(state, c.key, value);
        }
      }
    });
    const keys = controls(loss, state).map(function (c) { return c.key; });
    ['x', 'y'].forEach(function (axis) {
      if (given[axis]) {
        choice(axis, keys, String);
      }
    });
    return {loss: loss, state: settled(loss, state), complaints: complaints};
  }

  function numbers(n) {
    return d3.range(1, n + 1);
  }

  /** How many rows there may be: with sums over coordinates only one has a closed form. */
  function rows(loss) {
    return loss.coordinateSums ? [1] : numbers(MODES);
  }

  /** The same state with choices that fit: axes that exist and differ, modes that there are. */
  function settled(loss, state) {
    const out = Object.assign({}, state);
    const keys = controls(loss, out).map(function (c) { return c.key; });
    out.d1 = rows(loss).indexOf(out.d1) < 0 ? 1 : out.d1;
    if (out.modes === 1) {
      out.view = 'profile';
    }
    out.first = Math.min(out.first, out.modes);
    if (out.second > out.modes || out.second === out.first) {
      out.second = out.modes === 1 ? 1 : (out.first % out.modes) + 1;
    }
    if (keys.indexOf(out.x) < 0 || keys.indexOf(out.y) < 0 || out.x === out.y) {
      const axes = telling(loss, out, keys);
      out.x = axes[0];
      out.y = axes[1];
    }
    return out;
  }

  /** Two axes over which the phases differ: the parameters of the loss first, then the earlier of those with most phases. */
  function telling(loss, state, keys) {
    const all = controls(loss, state);
    const order = all.filter(function (c) { return !/^[ac][1-9]$/.test(c.key); })
      .concat(all.filter(function (c) { return c.key[0] === 'c' && c.key.length === 2; }))
      .concat(all.filter(function (c) { return c.key[0] === 'a' && c.key.length === 2; }));
    let best = [keys[0], keys[1]];
    let most = 0;
    order.forEach(function (x, i) {
      order.slice(i + 1).forEach(function (y) {
        const seen = Array.from(d3.rollup(phases(loss, state, x, y, 8, 1).values, function (v) { return v.length; }, String).values())
          .filter(function (points) { return points >= AREA; }).length;
        if (seen > most) {
          most = seen;
          best = [x.key, y.key];
        }
      });
    });
    return best;
  }

  /** The stretch of an axis: the slider's, and on to the present value if that lies beyond. */
  function domain(state, control) {
    const value = get(state, control.key);
    return [Math.min(control.from, value), Math.max(control.to, value)];
  }

  /**
   * The phase at the points of a grid of (cells + 1)^2 points over two controls, row by row from below. Squares of {@code coarse}
   * cells with one phase at all corners are filled with it, others divided, so that boundaries are sharp.
   */
  function phases(loss, state, x, y, cells, coarse) {
    const size = cells + 1;
    const dx = domain(state, x);
    const dy = domain(state, y);
    const values = new Array(size * size);
    function valueAt(control, range, k) {
      const value = range[0] + (range[1] - range[0]) * k / cells;
      return control.integer ? Math.round(value) : value;
    }
    function at(i, j) {
      const k = i + size * j;
      if (values[k] === undefined) {
        values[k] = lossproof.phase(loss, model(set(set(state, y.key, valueAt(y, dy, j)), x.key, valueAt(x, dx, i))));
      }
      return values[k];
    }
    function fill(i, j, step) {
      const corners = [at(i, j), at(i + step, j), at(i, j + step), at(i + step, j + step)];
      const corner = corners[0];
      const one = corners.every(function (c) { return c === corner; });
      const half = step / 2;
      if (step === 1) {
        return;
      } else if (one) {
        for (let l = j; l <= j + step; l++) {
          for (let k = i; k <= i + step; k++) {
            values[k + size * l] = values[k + size * l] === undefined ? corner : values[k + size * l];
          }
        }
      } else {
        [[i, j], [i + half, j], [i, j + half], [i + half, j + half]].forEach(function (c) { fill(c[0], c[1], half); });
      }
    }
    for (let j = 0; j < cells; j += coarse) {
      for (let i = 0; i < cells; i += coarse) {
        fill(i, j, coarse);
      }
    }
    return {values: values, size: size, x: dx, y: dy};
  }

  return {MODES: MODES, initial: initial, model: model, controls: controls, get: get, set: set, refusal: refusal, text: text,
    read: read, settled: settled, rows: rows, numbers: numbers, phases: phases};
})();
