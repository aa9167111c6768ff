// Draws the landscape and the phases with D3, in the colours of the figures.
const draw = (function () {
  'use strict';

  const GRID = 81;
  const LEVELS = 18;
  const PHASE_CELLS = 256;
  const PHASE_COARSE = 8;
  const MARGIN = {left: 62, right: 12, top: 10, bottom: 44};
  const SYMBOLS = {star: d3.symbolStar, cross: d3.symbolCross, triangle: d3.symbolTriangle, circle: d3.symbolCircle,
    square: d3.symbolSquare, diamond: d3.symbolDiamond};
  let palette = null;
  let field = null;

  let nothing = 0;

  /** Sets the colours, and what is shown as 0: rounding beside numbers about 1. */
  function configure(colours, tolerance) {
    palette = colours;
    nothing = tolerance.cancelled;
    field = d3.scaleLinear(d3.range(colours.field.length).map(function (i) { return i / (colours.field.length - 1); }), colours.field)
      .clamp(true);
  }

  function number(x) {
    return Math.abs(x) < nothing ? '0' : Math.abs(x) >= 1e4 || Math.abs(x) < 1e-3 ? x.toExponential(3) : String(Number(x.toPrecision(5)));
  }

  /** An empty drawing as wide as its place, with axes over two domains. */
  function axes(place, xDomain, yDomain, says, xName, yName) {
    const width = Math.max(240, Math.min(place.clientWidth, 560));
    const height = Math.round(Math.min(width * 0.86, 430));
    const svg = d3.select(place).html('').append('svg').attr('width', width).attr('height', height)
      .attr('viewBox', [0, 0, width, height].join(' ')).attr('role', 'img').attr('aria-label', says);
    const x = d3.scaleLinear(xDomain, [MARGIN.left, width - MARGIN.right]);
    const y = d3.scaleLinear(yDomain, [height - MARGIN.bottom, MARGIN.top]);
    const plot = svg.append('g');
    svg.append('g').attr('class', 'axes').attr('transform', 'translate(0,' + (height - MARGIN.bottom) + ')')
      .call(d3.axisBottom(x).ticks(width / 80).tickSizeOuter(0));
    svg.append('g').attr('class', 'axes').attr('transform', 'translate(' + MARGIN.left + ',0)')
      .call(d3.axisLeft(y).ticks(height / 55).tickSizeOuter(0));
    axisName(svg, xName, (MARGIN.left + width - MARGIN.right) / 2, height - 8, '');
    axisName(svg, yName, 0, 0, 'translate(13,' + (MARGIN.top + height - MARGIN.bottom) / 2 + ') rotate(-90)');
    return {svg: svg, plot: plot, x: x, y: y};
  }

  function axisName(svg, name, x, y, transform) {
    const parts = name.split('_');
    const text = svg.append('text').attr('x', x).attr('y', y).attr('text-anchor', 'middle').attr('transform', transform || null);
    text.append('tspan').text(parts[0]);
    if (parts.length > 1) {
      text.append('tspan').attr('dy', 4).attr('font-size', '75%').text(parts[1]);
    }
  }

  /** The path of a kind of stationary point. */
  function symbol(kind, size) {
    return d3.symbol(SYMBOLS[palette.markers[kind]], size)();
  }

  /** A cross stands as an x, as in the figures. */
  function turn(kind) {
    return palette.markers[kind] === 'cross' ? ' rotate(45)' : '';
  }

  function mark(plot, x, y, point, label) {
    plot.append('path').attr('class', 'mark').attr('transform', 'translate(' + x + ',' + y + ')' + turn(point.kind))
      .attr('d', symbol(point.kind, point.kind === 'minimum' ? 170 : 90)).attr('fill', '#ffffff')
      .attr('stroke', palette.ink).attr('stroke-width', 1.2)
      .append('title').text(label);
  }

  /** A small picture of a kind for tables and legends. */
  function glyph(parent, kind) {
    d3.select(parent).append('svg').attr('width', 18).attr('height', 18).attr('viewBox', '-9 -9 18 18').attr('aria-hidden', 'true')
      .append('path').attr('d', symbol(kind, 80)).attr('transform', turn(kind) || null).attr('fill', '#ffffff').attr('stroke', palette.ink).attr('stroke-width', 1.2);
  }

  function legend(place, kinds) {
    kinds.forEach(function (kind) {
      const item = d3.select(place).append('span');
      glyph(item.node(), kind);
      item.append('span').text(kind);
    });
  }

  /** Half the width of the axis of a mode: past every point that is drawn, or as far as they lie in others, in whitened weights. */
  function reach(solved, mode, points) {
    const m = solved.landscape;
    const largest = d3.max(points, function (p) { return Math.sqrt(p.wtw[mode]); }) || 0;
    const others = d3.max(points, function (p) { return d3.max(m.range, function (i, r) { return Math.sqrt(p.wtw[i] * m.s[r]); }); }) || 0;
    const r = m.range.indexOf(mode);
    return 1.45 * (largest || (0.6 * others || 0.5) / Math.sqrt(r < 0 ? 1 : m.s[r]));
  }

  function within(solved, modes) {
    return solved.points.filter(function (p) {
      return p.mask.every(function (m, i) { return m === 0 || modes.indexOf(i) >= 0; });
    });
  }

  function name(point) {
    return point.kind + ' ' + point.mask.join('') + ', loss ' + number(point.loss);
  }

  function signs(w) {
    return w === 0 ? [0] : [-w, w];
  }

  /** The weight of the picture: mode i in the first row, mode j in the second where there is one. */
  function weight(solved, i, j, wi, wj) {
    const rows = d3.range(Math.min(2, solved.landscape.d1)).map(function () { return solved.b.map(function () { return 0; }); });
    rows[0][i] = wi;
    rows[rows.length - 1][j] = wj;
    return rows;
  }

  /** The landscape over the weights of modes i and j, the others at 0. */
  function plane(place, legendPlace, solved, i, j) {
    const points = within(solved, [i, j]);
    const ri = reach(solved, i, points);
    const rj = reach(solved, j, points);
    const says = 'Contours of the loss over the weights of modes ' + (i + 1) + ' and ' + (j + 1) + '. ' + points.map(name).join('; ');
    const a = axes(place, [-ri, ri], [-rj, rj], says, 'w_' + (i + 1), 'w_' + (j + 1));
    const values = [];
    for (let y = 0; y < GRID; y++) {
      for (let x = 0; x < GRID; x++) {
        values.push(lossproof.lossAt(solved.landscape,
          weight(solved, i, j, ri * (2 * x / (GRID - 1) - 1), rj * (2 * y / (GRID - 1) - 1))));
      }
    }
    const low = Math.min(d3.min(values), d3.min(points, function (p) { return p.loss; }) || 0);
    const top = Math.max(d3.quantileSorted(values.slice().sort(d3.ascending), 0.8), d3.max(points, function (p) { return p.loss; }) || 0);
    // Closer together near the bottom, where the minima are.
    const steps = d3.range(LEVELS).map(function (k) { return low + (top - low) * Math.pow(k / LEVELS, 2); });
    contours(a, values, GRID, GRID, steps, function (k) { return field(k / (LEVELS - 1)); }, palette.contour);
    if (solved.landscape.constraint) {
      ring(a, solved.landscape, i, j);
    }
    points.forEach(function (p) {
      signs(Math.sqrt(p.wtw[i])).forEach(function (wi) {
        signs(Math.sqrt(p.wtw[j])).forEach(function (wj) { mark(a.plot, a.x(wi), a.y(wj), p, name(p)); });
      });
    });
    d3.select(legendPlace).html('');
    legend(legendPlace, Array.from(new Set(points.map(function (p) { return p.kind; }))));
    const item = d3.select(legendPlace).append('span');
    item.append('span').text('loss ' + number(low));
    item.append('span').attr('class', 'bar').style('background', 'linear-gradient(to right,' + palette.field.join(',') + ')');
    item.append('span').text(number(top) + ' and more');
  }

  /** Filled contours of a grid with values at its corners. */
  function contours(a, values, columns, rows, steps, colour, stroke) {
    const xs = d3.scaleLinear([0.5, columns - 0.5], a.x.range());
    const ys = d3.scaleLinear([0.5, rows - 0.5], a.y.range());
    const box = {x: d3.extent(a.x.range()), y: d3.extent(a.y.range())};
    function clamped(v, range) { return Math.max(range[0], Math.min(range[1], v)); }
    const project = d3.geoTransform({point: function (x, y) {
      this.stream.point(clamped(xs(x), box.x), clamped(ys(y), box.y));
    }});
    a.plot.selectAll('path.level').data(d3.contours().size([columns, rows]).thresholds(steps)(values)).join('path')
      .attr('class', 'level').attr('d', d3.geoPath(project)).attr('fill', function (d, k) { return colour(k); })
      .attr('stroke', stroke).attr('stroke-width', 0.7);
  }

  /** The weights of the imposed norm. */
  function ring(a, m, i, j) {
    function axis(mode) {
      const r = m.range.indexOf(mode);
      return r < 0 ? 0 : Math.sqrt(m.target / m.s[r]);
    }
    a.plot.append('ellipse').attr('cx', a.x(0)).attr('cy', a.y(0)).attr('rx', a.x(axis(i)) - a.x(0)).attr('ry', a.y(0) - a.y(axis(j)))
      .attr('fill', 'none').attr('stroke', '#ffffff').attr('stroke-width', 2).attr('stroke-dasharray', '6 4');
  }

  /** The loss along mode i, the others at 0. */
  function profile(place, legendPlace, solved, i) {
    const points = within(solved, [i]);
    const r = reach(solved, i, points);
    const line = d3.range(201).map(function (k) {
      const w = r * (k / 100 - 1);
      return [w, lossproof.lossAt(solved.landscape, weight(solved, i, i, 0, w))];
    });
    const range = d3.extent(line, function (p) { return p[1]; });
    const room = 0.08 * ((range[1] - range[0]) || 1);
    const a = axes(place, [-r, r], [range[0] - room, range[1] + room],
      'The loss along mode ' + (i + 1) + '. ' + points.map(name).join('; '), 'w_' + (i + 1), 'loss');
    a.plot.append('line').attr('class', 'zero').attr('x1', a.x(-r)).attr('x2', a.x(r)).attr('y1', a.y(0)).attr('y2', a.y(0))
      .attr('stroke', 'var(--line)');
    a.plot.append('path').attr('d', d3.line(function (p) { return a.x(p[0]); }, function (p) { return a.y(p[1]); })(line))
      .attr('fill', 'none').attr('stroke', palette.hues.sky).attr('stroke-width', 2.5);
    points.forEach(function (p) {
      signs(Math.sqrt(p.wtw[i])).forEach(function (w) { mark(a.plot, a.x(w), a.y(p.loss), p, name(p)); });
    });
    d3.select(legendPlace).html('');
    legend(legendPlace, Array.from(new Set(points.map(function (p) { return p.kind; }))));
  }

  /** The number of collapsed modes of a phase, -1 where there is no minimum, -2 where there are several. */
  function collapsed(phase) {
    return phase === '' ? -1 : phase === '=' ? -2 : phase.split('').filter(function (m) { return m === '0'; }).length;
  }

  function phaseName(phase) {
    const modes = phase.split('').map(function (m, i) { return m === '0' ? i + 1 : 0; }).filter(Boolean);
    return phase === '' ? 'no minimum' : phase === '=' ? 'tie' : !modes.length ? 'none' : modes.length === phase.length ? 'all'
      : (modes.length > 1 ? 'modes ' : 'mode ') + modes.join(', ');
  }

  /** Which modes collapse over two controls, with the present point; a click calls {@code moved} with new values. */
  function phases(place, legendPlace, grid, x, y, here, moved) {
    const counted = d3.rollup(grid.values, function (v) { return v.length; }, String);
    const seen = Array.from(counted.keys()).sort();
    // What fills no more than a line of points is drawn, but not worth a word.
    const wide = seen.filter(function (phase) { return counted.get(phase) > grid.size; });
    const a = axes(place, grid.x, grid.y, 'Which modes collapse over ' + x.says + ' and ' + y.says + ': '
      + wide.map(phaseName).join('; '), x.axis, y.axis);
    const box = {w: a.x.range()[1] - a.x.range()[0], h: a.y.range()[0] - a.y.range()[1]};
    a.plot.append('rect').attr('x', a.x.range()[0]).attr('y', a.y.range()[1]).attr('width', box.w).attr('height', box.h)
      .attr('fill', palette.regions[0]);
    seen.forEach(function (phase) {
      const inside = grid.values.map(function (v) { return v === phase ? 1 : 0; });
      if (collapsed(phase) !== 0) {
        contours(a, inside, grid.size, grid.size, [0.5], function () { return tint(collapsed(phase)); }, palette.ink);
        a.plot.selectAll('path.level').attr('class', 'phase');
      }
    });
    seen.forEach(function (phase) { phaseLabel(a, grid, phase); });
    const px = a.x(here[0]);
    const py = a.y(here[1]);
    a.plot.append('path').attr('d', 'M' + px + ',' + a.y.range()[1] + 'V' + a.y.range()[0] + 'M' + a.x.range()[0] + ',' + py + 'H' + a.x.range()[1])
      .attr('stroke', palette.ink).attr('stroke-dasharray', '2 4').attr('fill', 'none');
    a.plot.append('circle').attr('class', 'here').attr('cx', px).attr('cy', py).attr('r', 6.5).attr('fill', palette.hues.vermillion)
      .attr('stroke', '#ffffff').attr('stroke-width', 2);
    a.svg.on('click', function (event) {
      const at = d3.pointer(event);
      moved(a.x.invert(at[0]), a.y.invert(at[1]));
    });
    const chips = Array.from(new Set(wide.map(collapsed))).sort(d3.ascending);
    d3.select(legendPlace).html('');
    chips.forEach(function (k) {
      const item = d3.select(legendPlace).append('span');
      item.append('span').attr('class', 'swatch').style('background', tint(k));
      item.append('span').text(k === -1 ? 'no minimum' : k === -2 ? 'tie: several minima of one loss' : k === 0 ? 'no mode collapses' : k === 1 ? '1 mode collapses' : k + ' modes collapse');
    });
  }

  function tint(k) {
    return palette.regions[k === -1 ? 5 : k === -2 ? 4 : k];
  }

  /** Writes which modes collapse where the region is widest, on a grid four times as coarse. */
  function phaseLabel(a, grid, phase) {
    const n = (grid.size - 1) / 4 + 1;
    const depth = [];
    for (let k = 0; k < n * n; k++) {
      depth.push(grid.values[4 * (k % n) + 4 * grid.size * Math.floor(k / n)] === phase ? n : 0);
    }
    function relax(k) {
      const x = k % n;
      const y = Math.floor(k / n);
      depth[k] = Math.min(depth[k], Math.min(x, y, n - 1 - x, n - 1 - y) + 1, x > 0 ? depth[k - 1] + 1 : n, x < n - 1 ? depth[k + 1] + 1 : n,
        y > 0 ? depth[k - n] + 1 : n, y < n - 1 ? depth[k + n] + 1 : n);
    }
    for (let k = 0; k < n * n; k++) { relax(k); }
    for (let k = n * n - 1; k >= 0; k--) { relax(k); }
    const best = d3.maxIndex(depth);
    if (depth[best] >= 5) {
      const at = [a.x.range()[0] + (a.x.range()[1] - a.x.range()[0]) * (best % n) / (n - 1),
        a.y.range()[0] + (a.y.range()[1] - a.y.range()[0]) * Math.floor(best / n) / (n - 1)];
      a.plot.append('text').attr('x', at[0]).attr('y', at[1]).attr('text-anchor', 'middle').attr('dominant-baseline', 'middle')
        .style('fill', palette.ink).style('font-weight', 600).text(phaseName(phase));
    }
  }

  return {configure: configure, number: number, plane: plane, profile: profile, phases: phases, glyph: glyph, phaseName: phaseName,
    PHASE_CELLS: PHASE_CELLS, PHASE_COARSE: PHASE_COARSE};
})();
