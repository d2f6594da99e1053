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

  function chart(box) {
    const words = box.dataset;
    const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const number = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 });
    const time = new Intl.DateTimeFormat(words.locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
    let drawn = echarts.init(box, null, { renderer: 'canvas' });
    let points = JSON.parse(words.pace || '[]');

    const line = (name, at, axis, color, area) => ({
      name, type: 'line', yAxisIndex: axis, showSymbol: false, smooth: 0.25, animation: false,
      lineStyle: { width: 2, color }, itemStyle: { color },
      areaStyle: area ? { color, opacity: 0.12 } : undefined,
      data: points.map((point) => [point[0], point[at]]),
    });

    function draw() {
      const ink = style('--faint'), rule = style('--line');
      const narrow = box.clientWidth < 560;
      const axis = (name, position) => ({
        type: 'value', name: narrow ? '' : name, position, min: 0, minInterval: 1, nameTextStyle: { color: ink, align: position },
        axisLabel: { color: ink, formatter: (v) => number.format(v) }, splitLine: { show: position === 'left', lineStyle: { color: rule } },
      });
      drawn.setOption({
        textStyle: { fontFamily: style('--font') },
        grid: { left: 8, right: 8, top: 46, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, icon: 'roundRect', itemHeight: 4, itemWidth: 16, textStyle: { color: style('--ink') } },
        tooltip: {
          trigger: 'axis', backgroundColor: style('--raised'), borderColor: rule, textStyle: { color: style('--ink') },
          valueFormatter: (v) => number.format(v),
        },
        xAxis: {
          type: 'time', axisLine: { lineStyle: { color: rule } },
          axisLabel: { color: ink, hideOverlap: true, formatter: (v) => time.format(v) },
          axisPointer: { label: { formatter: (p) => time.format(p.value) } },
        },
        yAxis: [axis(words.perSecond, 'left'), axis(words.lag, 'right')],
        series: [
          line(words.facts, 1, 0, style('--c1'), true),
          line(words.decisions, 2, 0, style('--c3'), false),
          line(words.lag, 3, 1, style('--c4'), false),
        ],
      }, true);
    }

    new ResizeObserver(() => { drawn.resize(); draw(); }).observe(box);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    draw();
    return (json) => { points = JSON.parse(json); draw(); };
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
    const pace = document.getElementById('pace');
    listen(chart(pace));
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
