// Joins state, numbers and drawings: controls, tables, the address.
(function () {
  'use strict';

  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = function (id) { return document.getElementById(id); };
  const GREEK = {alpha: '\u03b1', beta: '\u03b2', gamma: '\u03b3', delta: '\u03b4', epsilon: '\u03b5', kappa: '\u03ba', lambda: '\u03bb',
    mu: '\u03bc', nu: '\u03bd', rho: '\u03c1', sigma: '\u03c3', tau: '\u03c4', theta: '\u03b8'};
  let loss = null;
  let state = null;
  let shape = '';
  let drawnPhases = {key: '', grid: null};
  let pending = false;
  let addressTimer = 0;

  lossproof.configure(data.tolerance);
  draw.configure(data.palette, data.tolerance);

  function tex(place, formula, display) {
    katex.render(formula, place, {output: 'mathml', throwOnError: false, displayMode: display});
  }

  function options(select, values, chosen) {
    d3.select(select).selectAll('option').data(values, function (v) { return v[0]; }).join('option')
      .attr('value', function (v) { return v[0]; }).text(function (v) { return v[1]; });
    select.value = String(chosen);
  }

  function complain(text) {
    byId('complaint').textContent = text;
  }

  /** The name of a control where no formula can stand: in a list, at an axis. */
  function plain(control) {
    if (/^[ac][1-9]$/.test(control.key)) {
      return control.key[0] + '_' + control.key[1];
    }
    const bare = {decay: '\u03b3, weight decay', kappa: '\u03ba', target: 'c, norm'}[control.key] || control.key.replace(/^p\./, '');
    return GREEK[bare] || bare;
  }

  function controls() {
    return states.controls(loss, state);
  }

  function control(key) {
    return controls().filter(function (c) { return c.key === key; })[0];
  }

  /** Takes a new state and shows it. */
  function take(next) {
    state = states.settled(loss, next);
    if (!pending) {
      pending = true;
      window.requestAnimationFrame(function () {
        pending = false;
        show();
      });
    }
  }

  // --- controls ---

  function buildSliders(place, list) {
    const fields = d3.select(place).selectAll('fieldset')
      .data(Array.from(d3.group(list, function (c) { return c.group; })), function (g) { return g[0]; })
      .join(function (enter) {
        const f = enter.append('fieldset');
        f.append('legend').text(function (g) { return g[0] === 'norm' ? 'Strength' : g[0]; });
        return f;
      });
    fields.order().each(function (group) {
      d3.select(this).selectAll('div.control').data(group[1], function (c) { return c.key; })
        .join(function (enter) { return enter.append('div').attr('class', 'control').each(buildControl); }).order();
    });
  }

  function buildControl(c) {
    const row = d3.select(this);
    const id = 'slider-' + c.key.replace('.', '-');
    tex(row.append('label').attr('for', id).node(), c.tex, false);
    row.append('input').attr('type', 'range').attr('id', id).attr('min', c.from).attr('max', c.to).attr('step', c.step)
      .attr('aria-label', c.says).on('input', function () { change(c, Number(this.value), this); });
    row.append('input').attr('type', 'number').attr('id', id + '-number').attr('step', c.integer ? 1 : 'any').attr('min', c.low)
      .attr('aria-label', c.says + ', as a number').on('input', function () {
        change(c, this.value === '' ? NaN : Number(this.value), this);
      }).on('change', function () { showValue(row, c, null); });
  }

  function change(c, value, input) {
    const why = states.refusal(c, value);
    complain(why);
    d3.select(input).attr('aria-invalid', why ? 'true' : null);
    if (!why) {
      take(states.set(state, c.key, value));
    }
  }

  /** Puts the value of a control in its inputs, but not in the one that is being typed in. */
  function showValue(row, c, typed) {
    const value = states.get(state, c.key);
    row.selectAll('input').each(function () {
      if (this !== typed && (this.value === '' || Number(this.value) !== value)) {
        this.value = value;
        this.removeAttribute('aria-invalid');
      }
    });
  }

  function showControls() {
    const list = controls();
    const wanted = JSON.stringify([state.loss, list.map(function (c) { return c.key; })]);
    if (wanted !== shape) {
      if (JSON.parse(shape || '[""]')[0] !== state.loss) {
        byId('sliders').textContent = '';
      }
      shape = wanted;
      buildSliders(byId('sliders'), list.filter(function (c) { return c.group !== 'norm'; }));
      buildSliders(byId('normsliders'), list.filter(function (c) { return c.group === 'norm'; }));
    }
    d3.selectAll('div.control').each(function (c) { showValue(d3.select(this), c, document.activeElement); });
    const modes = states.numbers(state.modes).map(function (i) { return [String(i), 'mode ' + i]; });
    options(byId('loss'), data.losses.map(function (l) { return [l.name, l.name]; }), state.loss);
    options(byId('modes'), states.numbers(states.MODES).map(function (i) { return [String(i), String(i)]; }), state.modes);
    options(byId('rows'), states.rows(loss).map(function (i) { return [String(i), String(i)]; }), state.d1);
    byId('norm').value = state.norm;
    byId('view').value = state.view;
    byId('view').options[0].disabled = state.modes === 1;
    options(byId('first'), modes, state.first);
    options(byId('second'), modes, state.second);
    byId('second').disabled = state.view === 'profile';
    const axes = list.map(function (c) { return [c.key, plain(c).replace('_', '')]; });
    options(byId('x'), axes, state.x);
    options(byId('y'), axes, state.y);
    byId('rowsnote').textContent = loss.coordinateSums
      ? 'This loss sums over coordinates: with more rows its stationary points have no closed form; the command landscape searches for them.'
      : '';
  }

  // --- formulas and tables ---

  function showFormulas() {
    byId('name').textContent = loss.title || loss.name;
    tex(byId('formula'), 'L = ' + loss.expansion, true);
    tex(byId('definition'), loss.definition, true);
    const place = byId('threshold');
    place.textContent = '';
    function line(before, formula) {
      const p = document.createElement('div');
      p.className = 'threshold math';
      p.append(before + ' ');
      const span = document.createElement('span');
      p.append(span);
      place.append(p);
      tex(span, formula, false);
    }
    const decay = state.decay > 0 ? '\\gamma' : '0';
    const eigenvalue = 'b_i = ' + loss.eigenvalue;
    line('A mode leaves the origin W = 0 where' + (state.norm === 'none' ? '' : ' (without normalisation)'), eigenvalue + ' > ' + decay);
    if (loss.products || state.norm !== 'none') {
      const penalty = {none: '', penalty: '2\\kappa(\\operatorname{E}|f|^2 - c)', constraint: '\\mu'}[state.norm];
      const shared = loss.products ? '\\frac{\\partial P}{\\partial h_i}' : '';
      line('It survives beside others where', '\\frac{b_i' + (state.decay > 0 ? ' - \\gamma' : '') + '}{a_i + c_i} > \\nu_i = '
        + [shared, penalty].filter(String).join(' + '));
      if (loss.products) {
        line('with', 'P = ' + loss.products);
        line('and', 'h_i = (a_i + c_i)(W^{\\mathsf T} W)_{ii}');
      }
      if (state.norm === 'constraint') {
        line('and', '\\mu\\ \\text{the multiplier of the imposed norm}');
      }
    }
  }

  function rowsOf(table, heads, rows) {
    const t = d3.select(table).html('');
    t.append('thead').append('tr').selectAll('th').data(heads).join('th').attr('scope', 'col').each(function (h) {
      if (h[0] === '\\') { tex(this, h.slice(1), false); } else { this.textContent = h; }
    });
    return t.append('tbody').selectAll('tr').data(rows).join('tr');
  }

  function cells(row, values) {
    values.forEach(function (v) { row.append('td').text(typeof v === 'number' ? draw.number(v) : v); });
  }

  function showPoints(solved) {
    const heads = ['kind', 'mask', 'loss', 'negative directions']
      .concat(solved.b.map(function (b, i) { return '\\(W^{\\mathsf T}W)_{' + (i + 1) + (i + 1) + '}'; }));
    rowsOf(byId('points'), heads, solved.points).each(function (p, i) {
      const row = d3.select(this).attr('class', i === 0 && solved.bounded ? 'lowest' : null);
      const kind = row.append('td');
      draw.glyph(kind.node(), p.kind);
      kind.append('span').text(' ' + p.kind);
      cells(row, [p.mask.join(''), p.loss, String(p.negative)].concat(p.wtw));
    });
    const notes = [];
    if (solved.reason) {
      notes.push(solved.reason);
    } else {
      if (!solved.uniform && state.modes > 1 && state.d1 > 1) {
        notes.push('Listed are the points with W\u1d40W diagonal in the modes; this quartic, no function of W\u03a3W\u1d40 alone, may have others.');
      }
      notes.push('The mask has 1 for an active mode, 0 for a collapsed one; a point stands for all its rotations. Modes that can be exchanged are counted once.');
    }
    byId('points-note').textContent = notes.join(' ');
  }

  function showLevels(solved) {
    const best = solved.bounded && !solved.tied ? solved.points[0] : null;
    rowsOf(byId('levels'), ['mode', state.decay > 0 ? '\\b_i - \\gamma' : '\\b_i', '\\g_i = b_i/(a_i + c_i)', '\\\\nu_i', 'outcome'],
      best ? solved.b.map(function (b, i) { return i; }) : []).each(function (i) {
      const m = solved.landscape;
      const r = m.range.indexOf(i);
      const g = r < 0 ? null : m.g[r];
      const active = best.mask[i] === 1;
      const full = best.mask.filter(Boolean).length === m.d1;
      const why = active ? 'survives' : r < 0 ? 'no variation' : g > solved.levels[i] && full ? 'collapses: no row of W is left for it'
        : 'collapses: not above the threshold';
      cells(d3.select(this), [String(i + 1), solved.b[i], g === null ? '\u2013' : g, r < 0 ? '\u2013' : solved.levels[i], why]);
    });
    byId('levels').closest('section').hidden = !best;
    byId('levels-title').textContent = 'Modes at the ' + (solved.uniform || state.d1 === 1 ? 'global' : 'lowest') + ' minimum';
  }

  function showSummary(solved) {
    const best = solved.bounded ? solved.points[0] : null;
    const collapsed = best ? draw.phaseName(best.mask.join('')) : '';
    byId('summary').textContent = best && solved.tied
      ? 'Several points share the lowest loss ' + draw.number(best.loss) + ': which modes collapse is not determined.' : best
      ? 'Lowest minimum ' + best.mask.join('') + ' at loss ' + draw.number(best.loss) + '; collapsed: ' + collapsed + '.'
      : solved.reason || 'The fourth-order landscape is not bounded below: no global minimum.';
  }

  // --- pictures ---

  function showLandscape(solved) {
    const place = byId('landscape');
    byId('landscape-legend').textContent = '';
    byId('landscape-caption').textContent = '';
    if (solved.reason) {
      place.textContent = solved.reason;
      return;
    }
    const i = state.first - 1;
    const j = state.second - 1;
    if (state.view === 'profile') {
      draw.profile(place, byId('landscape-legend'), solved, i);
    } else {
      draw.plane(place, byId('landscape-legend'), solved, i, j);
    }
    const where = state.view === 'profile' ? 'Other modes at 0.'
      : (state.d1 === 1 ? 'One row of W holds both modes' : 'Mode ' + state.first + ' in one row of W, mode ' + state.second + ' in another')
        + (state.modes > 2 ? '; the third at 0.' : '.');
    byId('landscape-caption').textContent = where + ' Kinds are those among all directions of W.'
      + (state.norm === 'constraint' ? ' The loss is drawn everywhere; the norm is imposed on the dashed line.' : '');
  }

  function showPhases() {
    const x = Object.assign({axis: plain(control(state.x))}, control(state.x));
    const y = Object.assign({axis: plain(control(state.y))}, control(state.y));
    const value = [states.get(state, x.key), states.get(state, y.key)];
    // Moving along the axes changes nothing but the point.
    const fixed = states.set(states.set(state, x.key, x.from), y.key, y.from);
    const key = JSON.stringify([states.model(fixed), state.loss, x.key, y.key, value[0] > x.to && value[0], value[1] > y.to && value[1],
      value[0] < x.from && value[0], value[1] < y.from && value[1]]);
    if (key !== drawnPhases.key) {
      drawnPhases = {key: key, grid: states.phases(loss, state, x, y, draw.PHASE_CELLS, draw.PHASE_COARSE)};
    }
    draw.phases(byId('phases'), byId('phases-legend'), drawnPhases.grid, x, y, value, function (vx, vy) {
      take(states.set(states.set(state, x.key, rounded(x, vx)), y.key, rounded(y, vy)));
    });
    byId('phases-caption').textContent = 'In each region: the modes that collapse at the global minimum. The dot is the present point; a click moves it, as do the sliders.';
  }

  /** The nearest value that a slider can take. */
  function rounded(c, value) {
    const steps = Math.round((Math.max(c.from, Math.min(c.to, value)) - c.from) / c.step);
    return Number(Math.min(c.to, c.from + steps * c.step).toPrecision(10));
  }

  // --- the address ---

  function saveAddress() {
    window.clearTimeout(addressTimer);
    addressTimer = window.setTimeout(function () {
      const wanted = states.text(loss, state);
      if (window.location.hash !== wanted) {
        window.history.replaceState(null, '', wanted);
      }
    }, 250);
  }

  function readAddress() {
    const found = states.read(data.losses, window.location.hash);
    loss = found.loss;
    complain(found.complaints.join('; '));
    take(found.state);
  }

  function show() {
    const solved = lossproof.solve(loss, states.model(state));
    showControls();
    showFormulas();
    showSummary(solved);
    showPoints(solved);
    showLevels(solved);
    showLandscape(solved);
    showPhases();
    saveAddress();
  }

  function chosen(id, convert, then) {
    byId(id).addEventListener('change', function () {
      complain('');
      const next = Object.assign({}, state);
      next[id === 'rows' ? 'd1' : id] = convert(this.value);
      take(then ? then(next) : next);
    });
  }

  chosen('loss', String, function (next) {
    loss = data.losses.filter(function (l) { return l.name === next.loss; })[0];
    next.parameters = states.initial(loss).parameters;
    next.x = '';
    return next;
  });
  chosen('modes', Number, function (next) {
    if (state.modes === 1 && next.modes > 1) { next.view = 'plane'; }
    return next;
  });
  chosen('rows', Number);
  chosen('norm', String);
  chosen('view', String);
  chosen('first', Number);
  chosen('second', Number, function (next) {
    if (next.second === next.first) { next.first = state.second; }
    return next;
  });
  chosen('x', String, function (next) {
    if (next.x === next.y) { next.y = state.x; }
    return next;
  });
  chosen('y', String, function (next) {
    if (next.x === next.y) { next.x = state.y; }
    return next;
  });
  byId('controls').addEventListener('submit', function (event) { event.preventDefault(); });
  byId('reset').addEventListener('click', function () {
    complain('');
    take(states.initial(loss));
  });
  window.addEventListener('hashchange', readAddress);
  let width = 0;
  new ResizeObserver(function () {
    if (state && byId('landscape').clientWidth !== width) {
      width = byId('landscape').clientWidth;
      take(state);
    }
  }).observe(byId('landscape'));
  readAddress();
})();
