// Tabs by the usual keys: arrows, Home and End.

import { h } from '../core/dom.js';

let groups = 0;

/** `tabs` are `{ name, show(panel) }`; `show` is called each time the tab comes to the front. */
export function tabs(label, tabs) {
  const group = ++groups;
  const panel = h('div', { class: 'tab-panel', role: 'tabpanel', id: `tabs-${group}-panel`, tabindex: '0' });
  const controls = tabs.map((tab, index) => h('button', {
    type: 'button', class: 'filter', role: 'tab', id: `tabs-${group}-${index}`, 'aria-controls': panel.id, on: { click: () => choose(index) },
  }, tab.name));
  const bar = h('div', { class: 'filters', role: 'tablist', 'aria-label': label, on: { keydown: move } }, controls);
  let current = -1;
  choose(0);
  return { element: h('div', { class: 'tabs' }, bar, panel), again: () => tabs[current].show(panel), get name() { return tabs[current].name; } };

  function choose(index) {
    current = index;
    controls.forEach((control, other) => {
      control.setAttribute('aria-selected', String(other === index));
      control.tabIndex = other === index ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', controls[index].id);
    panel.replaceChildren();
    tabs[index].show(panel);
  }

  function move(event) {
    const target = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: controls.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const index = (target + controls.length) % controls.length;
      choose(index);
      controls[index].focus();
    }
  }
}
