// Elements are made here alone, and text only ever becomes a text node.

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Makes an element; `properties` are attributes, except `on` (listeners) and `data` (data attributes). */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (name === 'data') {
      Object.assign(element.dataset, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}

export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** Sets a text only where it changed, so that a screen reader and a selection are left alone. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

export function icon(name) {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svgNamespace, 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function button(label, { symbol, kind = '', click, ...properties } = {}) {
  return h('button', { type: 'button', class: `button ${kind}`.trim(), ...properties, on: { click } }, symbol && icon(symbol), label);
}

export function link(label, href, { symbol, kind = '', ...properties } = {}) {
  return h('a', { class: `button ${kind}`.trim(), href, ...properties }, symbol && icon(symbol), label);
}

/** A button that is only a picture; its name is for those who cannot see it, and for the pointer that rests on it. */
export function iconButton(label, symbol, click, properties = {}) {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, ...properties, on: { click } }, icon(symbol));
}

export function pageHead(title, text, ...actions) {
  return h('div', { class: 'page-head' }, h('div', {}, h('h1', { tabindex: '-1' }, title), text && h('p', {}, text)), actions);
}

export function emptyState(symbol, title, text, ...actions) {
  return h('div', { class: 'empty' }, icon(symbol), h('h2', {}, title), h('p', {}, text), h('div', { class: 'empty-actions' }, actions));
}

let fieldCount = 0;

/** A labelled control, with a hint that belongs to it. */
export function field(label, control, hint) {
  control.id ||= `field-${++fieldCount}`;
  const note = hint && h('span', { class: 'hint', id: `${control.id}-hint` }, hint);
  if (note) {
    control.setAttribute('aria-describedby', note.id);
  }
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), control, note);
}

export function select(options, value, properties = {}) {
  const control = h('select', { class: 'input', ...properties }, options.map(([key, text]) => h('option', { value: key }, text)));
  control.value = value;
  return control;
}
