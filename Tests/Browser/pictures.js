/* Looks at every drawing that shows, in a page or as a document of its own, and returns what is wrong with it, as
   [{figure, problem}], and how many drawings and texts it saw.

   Boxes are those of the font (from ascent to descent), line by line and turned as the text is
   turned, so that two slanted labels side by side do not count as overlapping. */
() => {
  const tolerance = 1; // CSS pixels
  const findings = [];
  let drawings = 0;
  let texts = 0;

  const luminance = (color) => color.match(/[\d.]+/g).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  // A drawing by itself lies on a ground of its own, which is light.
  const paper = document.body ? luminance(getComputedStyle(document.body).backgroundColor) : 1;
  const all = document.body
    ? document.querySelectorAll('.picture svg') : [document.documentElement];

  const name = (e) => e.localName + [...e.classList].map((c) => '.' + c).join('');

  /** One box for each line of a text, in the text's own coordinates. */
  function lines(text) {
    const found = [];
    for (let i = 0; i < text.getNumberOfChars(); i += 1) {
      const box = text.getExtentOfChar(i);
      const start = text.getStartPositionOfChar(i);
      const last = found.at(-1);
      if (last && Math.abs(last.baseline - start.y) < 0.5) {
        last.right = Math.max(last.right, box.x + box.width);
        last.left = Math.min(last.left, box.x);
      } else {
        found.push({
          baseline: start.y, left: box.x, right: box.x + box.width,
          top: box.y, bottom: box.y + box.height,
        });
      }
    }
    return found;
  }

  /** The corners on screen of a line's box, taken in by `inset` CSS pixels at every side. */
  function corners(box, matrix, inset) {
    const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    const by = inset / scale;
    if (box.right - box.left <= 2 * by || box.bottom - box.top <= 2 * by) return [];
    return [
      [box.left + by, box.top + by], [box.right - by, box.top + by],
      [box.right - by, box.bottom - by], [box.left + by, box.bottom - by],
    ].map(([x, y]) => [
      matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f,
    ]);
  }

  function area(polygon) {
    let sum = 0;
    polygon.forEach(([x, y], i) => {
      const [u, v] = polygon[(i + 1) % polygon.length];
      sum += x * v - u * y;
    });
    return sum / 2;
  }

  /** The area that two convex polygons share (Sutherland and Hodgman's clipping). */
  function shared(subject, clip) {
    if (!subject.length || !clip.length) return 0;
    const sign = Math.sign(area(clip));
    let result = subject;
    clip.forEach(([ax, ay], i) => {
      const [bx, by] = clip[(i + 1) % clip.length];
      const side = ([x, y]) => sign * ((bx - ax) * (y - ay) - (by - ay) * (x - ax));
      const input = result;
      result = [];
      input.forEach((point, j) => {
        const before = input[(j + input.length - 1) % input.length];
        const [s, t] = [side(before), side(point)];
        if (s * t < 0) {
          const share = s / (s - t);
          result.push([
            before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1]),
          ]);
        }
        if (t >= 0) result.push(point);
      });
    });
    return result.length < 3 ? 0 : Math.abs(area(result));
  }

  for (const svg of all) {
    if (!svg.checkVisibility() || svg.ownerSVGElement) continue;
    drawings += 1;
    const figure = svg.closest('figure')?.id ?? svg.id;
    const frame = svg.getBoundingClientRect();
    const found = [];
    for (const shape of svg.querySelectorAll('rect, path, circle, ellipse, polygon, polyline')) {
      if (shape.closest('defs, clipPath, mask, symbol, pattern, marker')) continue;
      // What no rule paints is black, which no theme uses.
      if (getComputedStyle(shape).fill === 'rgb(0, 0, 0)') {
        findings.push({ figure, problem: `${name(shape)} has no colour from the style sheet` });
      }
    }
    for (const line of svg.querySelectorAll('line')) {
      if (getComputedStyle(line).stroke === 'none') {
        findings.push({ figure, problem: `${name(line)} has no colour from the style sheet` });
      }
    }
    for (const text of svg.querySelectorAll('text')) {
      if (text.closest('defs, clipPath, mask, symbol')) continue;
      if (!text.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const words = text.textContent.trim().replace(/\s+/g, ' ');
      if (!words) continue;
      texts += 1;
      const matrix = text.getScreenCTM();
      const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
      const style = getComputedStyle(text);
      const size = parseFloat(style.fontSize) * scale;
      if (size < 9.95) findings.push({ figure, problem: `“${words}” is ${size.toFixed(1)} px high` });

      if (style.stroke !== 'none') findings.push({ figure, problem: `“${words}” is outlined` });
      const fill = luminance(style.fill);
      const contrast = (Math.max(fill, paper) + 0.05) / (Math.min(fill, paper) + 0.05);
      // Words within a mark are in the paper's colour or near it, and are held to the mark instead.
      if (contrast < 4.5 && contrast > 1.3) {
        findings.push({ figure, problem: `“${words}” has ${contrast.toFixed(1)}:1 on the page` });
      }

      for (const line of lines(text)) {
        const whole = corners(line, matrix, 0);
        const out = Math.max(...whole.map(([x, y]) => Math.max(
          frame.left - x, x - frame.right, frame.top - y, y - frame.bottom)));
        if (out > tolerance) {
          findings.push({ figure, problem: `“${words}” leaves the drawing by ${out.toFixed(1)} px` });
        }
        const center = [0, 1].map((axis) => (whole[0][axis] + whole[2][axis]) / 2);
        const top = document.elementFromPoint(...center);
        if (top && svg.contains(top) && top !== svg && !text.contains(top) && !top.contains(text)
          && top.localName !== 'text' && top.localName !== 'tspan') {
          findings.push({
            figure, problem: `“${words}” is covered by ${name(top)}`,
          });
        }
        found.push({ text, words, polygon: corners(line, matrix, tolerance) });
      }
    }
    found.forEach((one, i) => found.slice(i + 1).forEach((other) => {
      if (one.text === other.text) return;
      const common = shared(one.polygon, other.polygon);
      if (common > 1) {
        findings.push({
          figure,
          problem: `“${one.words}” and “${other.words}” overlap by ${common.toFixed(0)} px²`,
        });
      }
    }));
  }
  return { findings, drawings, texts };
}
