// Keeps the page live: puts each part that the server sends into its place. The server renders, this only places.
(function () {
  'use strict';

  const held = new Map();

  /** A part under the reader's pointer or focus is left alone until they move on. */
  function inUse(part) {
    return part.contains(document.activeElement) || (part.matches('[data-hold]') && part.matches(':hover'));
  }

  function openDetails(part) {
    return [...part.querySelectorAll('details')].map((details) => details.open);
  }

  function place(part, html) {
    const open = openDetails(part);
    const scrolled = [...part.querySelectorAll('ol, .scroll')].map((box) => [box.scrollTop, box.scrollLeft]);
    htmx.swap(part, html, { swapStyle: 'innerHTML', swapDelay: 0, settleDelay: 0 });
    part.querySelectorAll('details').forEach((details, i) => { details.open = !!open[i]; });
    part.querySelectorAll('ol, .scroll').forEach((box, i) => {
      if (scrolled[i]) [box.scrollTop, box.scrollLeft] = scrolled[i];
    });
  }

  function offer(part, html) {
    if (inUse(part)) {
      held.set(part, html);
    } else {
      held.delete(part);
      place(part, html);
    }
  }

  function release() {
    held.forEach((html, part) => offer(part, html));
  }

  /** Three small charts of the last minutes, each with its own scale, so that none hides another. */
  function charts(box) {
    const number = new Intl.NumberFormat(box.dataset.locale, { maximumFractionDigits: 1 });
    const short = new Intl.NumberFormat(box.dataset.locale, { notation: 'compact' });
    const time = new Intl.DateTimeFormat(box.dataset.locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
    const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const figures = [...box.querySelectorAll('figure')].map((figure) => ({
      figure, column: Number(figure.dataset.column), drawn: echarts.init(figure.querySelector('.plot')),
    }));
    let points = JSON.parse(box.dataset.pace || '[]');

    function draw({ figure, column, drawn }) {
      const ink = style('--faint'), rule = style('--line'), color = style(figure.dataset.color);
      const last = points.length ? points[points.length - 1][column] : 0;
      figure.querySelector('b').textContent = number.format(last >= 10 ? Math.round(last) : last);
      drawn.setOption({
        textStyle: { fontFamily: style('--font') },
        grid: { left: 2, right: 12, top: 10, bottom: 2, containLabel: true },
        tooltip: {
          trigger: 'axis', confine: true, backgroundColor: style('--raised'), borderColor: rule, textStyle: { color: style('--ink') },
          formatter: (rows) => time.format(rows[0].value[0]) + '  ' + number.format(rows[0].value[1]),
        },
        xAxis: {
          type: 'time', axisLine: { lineStyle: { color: rule } }, axisTick: { show: false }, splitNumber: 3,
          axisLabel: { color: ink, hideOverlap: true, formatter: (v) => time.format(v) },
        },
        yAxis: {
          type: 'value', min: 0, minInterval: 1, splitNumber: 3, splitLine: { lineStyle: { color: rule } },
          axisLabel: { color: ink, formatter: (v) => short.format(v) },
        },
        series: [{
          type: 'line', showSymbol: false, animation: false, lineStyle: { width: 2, color }, itemStyle: { color },
          areaStyle: { color, opacity: 0.14 }, data: points.map((point) => [point[0], point[column]]),
        }],
      }, true);
    }

    const all = () => figures.forEach(draw);
    new ResizeObserver(() => figures.forEach(({ drawn }) => drawn.resize())).observe(box);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
    all();
    return (json) => { points = JSON.parse(json); all(); };
  }

  function listen(drawPace) {
    const stream = new EventSource('/live');
    const lost = (is) => document.body.classList.toggle('is-lost', is);
    stream.onopen = () => lost(false);
    stream.onerror = () => lost(true);
    document.querySelectorAll('[data-live]').forEach((part) => {
      stream.addEventListener(part.dataset.live, (event) => offer(part, event.data));
    });
    stream.addEventListener('pace', (event) => drawPace(event.data));
    window.addEventListener('pagehide', () => stream.close());
  }

  document.addEventListener('DOMContentLoaded', () => {
    listen(charts(document.getElementById('pace')));
    document.addEventListener('pointerout', () => setTimeout(release, 0), { passive: true });
    document.addEventListener('focusout', () => setTimeout(release, 0));
  });

  document.addEventListener('htmx:afterSwap', (event) => {
    const panel = document.getElementById('customer');
    if (event.detail.target === panel) {
      panel.scrollIntoView({ block: 'start', behavior: 'instant' });
      panel.focus({ preventScroll: true });
    }
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      document.getElementById('ask').focus();
    }
  });
})();
