// Two years of a carrier by months, drawn as SVG: the base year hatched and outlined, the energy year full, so that greys tell them apart.
import { h, s } from "./dom.js";

const WIDTH = 720,
  HEIGHT = 240,
  LEFT = 64,
  TOP = 14,
  BOTTOM = 30;

function niceTop(most) {
  if (!(most > 0)) return 1;
  const power = Math.pow(10, Math.floor(Math.log10(most)));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((step) => step * power).find((value) => value >= most);
}

function grid(top) {
  const out = [];
  for (let step = 0; step <= 4; step += 1) {
    const y = TOP + (HEIGHT - TOP - BOTTOM) * (1 - step / 4);
    out.push(s("line", { class: "grid", x1: LEFT, x2: WIDTH, y1: y, y2: y }));
    out.push(
      s(
        "text",
        { class: "axis", x: LEFT - 8, y: y + 4, "text-anchor": "end" },
        ((top * step) / 4).toLocaleString("zh-CN", { maximumFractionDigits: 2 }),
      ),
    );
  }
  return out;
}

export function twoYears(carrier, base, year) {
  const series = [
    [base, "before"],
    [year, "now"],
  ].filter(([each]) => carrier.years[each]);
  const top = niceTop(Math.max(0, ...series.flatMap(([each]) => carrier.years[each].months.map((value) => value || 0))));
  const step = (WIDTH - LEFT) / 12,
    bar = Math.min(18, step / 2 - 5);
  const bars = series.flatMap(([each, kind], place) =>
    carrier.years[each].months.map((value, month) => {
      if (value === null) return null;
      const height = (HEIGHT - TOP - BOTTOM) * Math.max(0, value / top);
      return s(
        "rect",
        { class: kind, x: LEFT + step * month + step / 2 + (place === 0 ? -bar - 1 : 1), y: HEIGHT - BOTTOM - height, width: bar, height },
        s("title", {}, each + "年" + (month + 1) + "月　" + value.toLocaleString("zh-CN") + " " + carrier.unit),
      );
    }),
  );
  const months = Array.from({ length: 12 }, (_, month) =>
    s("text", { class: "axis", x: LEFT + step * (month + 0.5), y: HEIGHT - 10, "text-anchor": "middle" }, month + 1 + "月"),
  );
  return h(
    "figure",
    { class: "chart" },
    s(
      "svg",
      {
        viewBox: "0 0 " + WIDTH + " " + HEIGHT,
        role: "img",
        "aria-label": carrier.name + "，" + series.map(([each]) => each + "年合计 " + (carrier.years[each].total || "无法计算")).join("，"),
      },
      grid(top),
      bars,
      months,
    ),
    h(
      "figcaption",
      {},
      h("i", { class: "before" }),
      base + " 年　合计 " + ((carrier.years[base] || {}).total || "—") + " " + carrier.unit,
      h("i", { class: "now" }),
      year + " 年　合计 " + ((carrier.years[year] || {}).total || "—") + " " + carrier.unit,
    ),
  );
}
