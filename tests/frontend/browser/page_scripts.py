"""What a test asks of a page inside the browser; each script answers with plain data."""

WIDER_THAN_WINDOW = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > window.innerWidth + 0.5)
  .map(e => e.tagName + '.' + e.className)"""
"""Elements that stick out to the right."""

REACHABLE = """() => {
  const group = e => [...document.querySelectorAll('input[type=radio]')]
    .filter(o => o.name === e.name && o.form === e.form);
  const entry = e => e.type !== 'radio' || e === (group(e).find(o => o.checked) || group(e)[0]);
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(e => e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}))
    .filter(entry).map((e, n) => { e.dataset.stop = n; return n })
}"""
"""Numbers what the Tab key should reach, in the order of the page; of a group of radio buttons one."""

FROM_THE_TOP = """() => {
  document.activeElement.blur(), getSelection().empty(), scrollTo(0, 0);
  document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex')
}"""
"""Makes the next Tab begin where the page begins."""

FOCUSED = """() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  const seen = r.bottom > 0 && r.top < window.innerHeight && r.width > 0;
  const what = e.outerHTML.slice(0, 120), stop = e.dataset.stop ?? null;
  return {what, stop, outline: parseFloat(s.outlineWidth), style: s.outlineStyle, seen}
}"""
"""Which of them has the focus, how thick its outline is, and whether it is in view."""

STOP = """n => document.querySelector(`[data-stop="${n}"]`).outerHTML.slice(0, 160)"""
"""The control with that number."""

NAMELESS = """() => {
  const has = text => Boolean((text || '').trim());
  const named = e => [...(e.labels || [])].some(l => has(l.textContent)) || has(e.getAttribute('aria-label'))
    || has(document.getElementById(e.getAttribute('aria-labelledby'))?.textContent)
    || (!['INPUT', 'SELECT', 'TEXTAREA'].includes(e.tagName) && has(e.textContent));
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(e => e.type !== 'hidden' && !e.closest('[aria-hidden=true]') && !named(e))
    .map(e => e.outerHTML.slice(0, 120))
}"""
"""Controls without a label, a name or words."""

SMALL_TARGETS = """() => {
  const controls = 'button, input, select, textarea, summary, .site-nav a, .facets a, .btn, .chip';
  const small = r => r.height < 24 || r.width < 24;
  return [...document.querySelectorAll(controls)]
    .filter(e => e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility())
    .filter(e => small(e.getBoundingClientRect())).map(e => e.outerHTML.slice(0, 120))
}"""
"""Controls smaller than 24 px (links within sentences are exempt, WCAG 2.5.8)."""

WEAK_CONTRAST = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const linear = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement, hidden = e.closest('.visually-hidden, .visually-hidden-focusable');
    if (!node.data.trim() || hidden || !e.checkVisibility()) continue;
    const s = getComputedStyle(e), size = parseFloat(s.fontSize);
    const [low, high] = [light(parts(s.color)), light(ground(e))].sort((a, b) => a - b);
    const large = size >= 24 || (size >= 18.66 && Number(s.fontWeight) >= 600);
    const ratio = (high + .05) / (low + .05);
    if (ratio < (large ? 3 : 4.5)) weak.push([ratio.toFixed(2), node.data.trim().slice(0, 40)]);
  }
  return weak
}"""
"""Visible texts whose contrast is under 4.5 (3 when large), by the formula of WCAG 2."""
