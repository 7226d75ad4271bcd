// The long view of sales: every order of years as one bar for each few pixels. Drawn on whatever canvas it is given: in a
// worker on one that was handed over, or on the page's own thread. Times are minutes since 1970, amounts minor units.

const bytesPerPoint = 12;
const minute = 60_000;

/** Points as the shop sends them: a minute (4 bytes) and an amount (8 bytes) each, the oldest first. */
export function readPoints(buffer) {
  const view = new DataView(buffer);
  const count = Math.floor(buffer.byteLength / bytesPerPoint);
  const minutes = new Uint32Array(count);
  const amounts = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    minutes[at] = view.getUint32(at * bytesPerPoint);
    amounts[at] = view.getFloat64(at * bytesPerPoint + 4);
  }
  return { minutes, amounts };
}

/** The first point that is not before a minute. */
export function firstFrom(minutes, from) {
  let [low, high] = [0, minutes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (minutes[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What falls to each of `count` equal spans of time between two minutes. */
export function binned({ minutes, amounts }, from, until, count) {
  const bins = new Float64Array(count);
  const scale = count / (until - from);
  for (let at = firstFrom(minutes, from); at < minutes.length && minutes[at] < until; at += 1) {
    bins[Math.min(count - 1, Math.floor((minutes[at] - from) * scale))] += amounts[at];
  }
  return bins;
}

const barWidth = 4;
const margin = { left: 64, right: 8, top: 12, bottom: 28 };

/** A round step such that about four of them reach `most`. */
function stepFor(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most) / 4));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each * 4 >= most) ?? power;
}

/** Keeps what is seen and draws it. `canvas` may be an OffscreenCanvas; `look` has colours, the locale and the currency's decimals. */
export function longChart(canvas, look) {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  let points = { minutes: new Uint32Array(), amounts: new Float64Array() };
  let size = { width: 720, height: 300, scale: 1 };
  let [from, until] = [0, 1];

  const ends = () => [points.minutes[0] ?? 0, (points.minutes.at(-1) ?? 0) + 1];
  const amount = new Intl.NumberFormat(look.locale, { maximumFractionDigits: 0 });
  const unit = 10 ** look.decimals;

  function see(start, end) {
    const [first, last] = ends();
    const span = Math.min(last - first, Math.max(60, end - start)); // an hour at least
    from = Math.max(first, Math.min(last - span, start));
    until = from + Math.max(1, span);
  }

  const dates = (options) => new Intl.DateTimeFormat(look.locale, { ...options, timeZone: look.timeZone });
  const formats = [
    dates({ year: "numeric", month: "short" }),
    dates({ day: "numeric", month: "short" }),
    dates({ hour: "numeric", minute: "2-digit" }),
  ];
  const say = (at) => formats[until - from > 200_000 ? 0 : until - from > 2_880 ? 1 : 2].format(at * minute);

  /** Answers how long it took, in milliseconds, and what was seen. */
  function draw() {
    const began = performance.now();
    const { width, height, scale } = size;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.scale(scale, scale);
    const [across, up] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
    const count = Math.max(1, Math.floor(across / barWidth));
    const bins = binned(points, from, until, count);
    const most = bins.reduce((top, each) => Math.max(top, each), 0);
    const step = stepFor(most / unit) * unit;
    const top = Math.max(step, Math.ceil(most / step) * step);
    const y = (value) => margin.top + up * (1 - value / top);

    context.font = look.font;
    context.textBaseline = "middle";
    context.textAlign = "right";
    for (let value = 0; value <= top; value += step) {
      context.fillStyle = look.line;
      context.fillRect(margin.left, Math.round(y(value)), across, 1);
      context.fillStyle = look.soft;
      context.fillText(amount.format(value / unit), margin.left - 8, y(value));
    }
    context.fillStyle = look.bar;
    const each = across / count;
    for (let at = 0; at < count; at += 1) {
      if (bins[at] > 0)
        context.fillRect(margin.left + at * each, y(bins[at]), Math.max(1, each - 1), margin.top + up - y(bins[at]));
    }
    context.fillStyle = look.soft;
    context.textAlign = "center";
    const labels = Math.max(2, Math.floor(across / 120));
    for (let at = 0; at < labels; at += 1) {
      const share = (at + 0.5) / labels;
      context.fillText(say(from + share * (until - from)), margin.left + share * across, height - margin.bottom / 2);
    }
    const seen = firstFrom(points.minutes, until) - firstFrom(points.minutes, from);
    return { milliseconds: performance.now() - began, seen, from: say(from), until: say(until) };
  }

  return {
    load(buffer) {
      points = readPoints(buffer);
      see(...ends());
      return draw();
    },
    resize(wanted) {
      size = wanted;
      return draw();
    },
    /** Nearer than 1 is in, farther is out; around a share of what is seen. */
    zoom(factor, around = 0.5) {
      const middle = from + (until - from) * around;
      see(middle - (middle - from) * factor, middle + (until - middle) * factor);
      return draw();
    },
    /** By a share of what is seen. */
    pan(share) {
      const by = (until - from) * share;
      see(from + by, until + by);
      return draw();
    },
    whole() {
      see(...ends());
      return draw();
    },
  };
}
