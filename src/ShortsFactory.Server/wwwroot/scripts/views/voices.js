// Who can speak, and what each sounds like.

import { apiPath, get, mediaUrl } from '../core/api.js';
import { h, emptyState, fill, icon, link, pageHead } from '../core/dom.js';
import { announce, complain, problemPanel } from '../core/notices.js';
import { count } from '../core/text.js';
import { voiceOptions } from '../parts/choosers.js';

export const title = 'Voices';

export function show({ signal }) {
  const search = h('input', { class: 'input', type: 'search', placeholder: 'Language or name', 'aria-label': 'Search the voices', on: { input: filter } });
  const list = h('div', { class: 'voices' }, h('div', { class: 'loading' }));
  const audio = new Audio();
  let playing = null;
  let voices = [];

  audio.addEventListener('ended', stop);
  signal.addEventListener('abort', stop);
  load();
  return h('div', { class: 'page' }, pageHead('Voices', 'All of them speak on this machine; nothing of a script leaves it.', h('div', { class: 'search' }, search)), list);

  async function load() {
    try {
      voices = await get('voices', { signal });
      filter();
    } catch (problem) {
      if (!signal.aborted) {
        fill(list, problemPanel(problem, load));
      }
    }
  }

  function filter() {
    const wanted = search.value.trim().toLowerCase();
    const found = voiceOptions(voices).flatMap(([language, members]) => members.map(voice => ({ ...voice, spoken: language })))
      .filter(voice => `${voice.spoken} ${voice.id} ${voice.description}`.toLowerCase().includes(wanted));
    const groups = [['English', found.filter(voice => voice.spoken === 'English')], ['More languages', found.filter(voice => voice.spoken !== 'English')]];
    fill(list, found.length === 0 ? nothing(wanted) : groups.filter(([, members]) => members.length > 0).map(group));
    if (wanted) {
      announce(count(found.length, 'voice'));
    }
  }

  function group([name, members]) {
    return h('section', { class: 'voice-group', 'aria-label': name }, h('h2', {}, name), h('ul', { class: 'panel voice-list' }, members.map(row)));
  }

  function row(voice) {
    const play = h('button', { type: 'button', class: 'icon-button voice-play', 'aria-label': `Listen to ${voice.id}`, 'aria-pressed': 'false', on: { click: () => listen(voice, play) } }, icon('play'));
    return h('li', { class: 'voice' }, play,
      h('div', {}, h('p', { class: 'voice-name' }, voice.description), h('span', { class: 'mono faint' }, voice.id)),
      link('Use it', `#/new?voice=${encodeURIComponent(voice.id)}`, { kind: 'button-small button-quiet', 'aria-label': `Use it: ${voice.id}` }));
  }

  async function listen(voice, control) {
    const isPlaying = playing === control;
    stop();
    if (isPlaying) {
      return;
    }
    playing = control;
    control.setAttribute('aria-pressed', 'true');
    fill(control, icon('pause'));
    try {
      audio.src = await mediaUrl(apiPath(`voices/sample.wav?voice=${encodeURIComponent(voice.id)}`));
      await audio.play();
    } catch (error) {
      if (error.name !== 'AbortError') {
        stop();
        complain({ message: `${voice.id} could not be heard.`, advice: 'Its engine may be missing; “shorts doctor” on the server says more.' });
      }
    }
  }

  function stop() {
    audio.pause();
    playing?.setAttribute('aria-pressed', 'false');
    if (playing) {
      fill(playing, icon('play'));
    }
    playing = null;
  }
}

const nothing = wanted => emptyState('voice', wanted ? 'No voice by that name' : 'No voices are installed',
  wanted ? 'Search for a language, such as French, or for an engine, such as flite.' : 'Install the Debian packages flite and espeak-ng on the server, then reload this page.');
