// Choosing a look: pictures to pick from, as groups of radio buttons.

import { apiPath, setMedia } from '../core/api.js';
import { h } from '../core/dom.js';

export const templateSample = (name, moment) => apiPath(`templates/${encodeURIComponent(name)}/sample.jpg${moment ? `?moment=${moment}` : ''}`);
export const backgroundSample = name => apiPath(`backgrounds/${encodeURIComponent(name)}/sample.jpg`);

/** A group of cards; `options` are `{ value, label, sample? }`. */
export function cardChooser(legend, name, options, value, changed) {
  const cards = options.map(option => {
    const control = h('input', { type: 'radio', name, value: option.value, class: 'visually-hidden', checked: option.value === value, on: { change: () => changed(option.value) } });
    const image = option.sample && h('img', { alt: '', loading: 'lazy', decoding: 'async', width: 116, height: 150 });
    if (image) {
      setMedia(image, 'src', option.sample);
    }
    return h('label', { class: 'card', title: option.hint }, control, h('span', { class: 'card-picture' }, image ?? h('span', { class: 'card-auto' }, 'Auto')), h('span', { class: 'card-name' }, option.label));
  });
  const element = h('fieldset', { class: 'chooser' }, h('legend', { class: 'legend' }, legend), h('div', { class: 'cards' }, cards));
  return {
    element,
    set: next => {
      const control = [...element.querySelectorAll('input')].find(input => input.value === next);
      if (control) {
        control.checked = true;
      }
    },
  };
}

/** The voices as a list grouped by language, English first. */
export function voiceOptions(voices) {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const languageOf = tag => {
    try {
      return names.of(tag.split('-')[0]) ?? tag;
    } catch {
      return tag; // No BCP 47 tag: as the engine says it.
    }
  };
  const groups = new Map();
  voices.filter(voice => voice.language !== 'any').forEach(voice => {
    const language = languageOf(voice.language);
    groups.set(language, [...groups.get(language) ?? [], voice]);
  });
  return [...groups].sort(([one], [other]) => (other === 'English') - (one === 'English') || one.localeCompare(other));
}
