// The finished short in its frame, with its captions as a text track that can be read along and clicked.

import { mediaUrl } from '../core/api.js';
import { h } from '../core/dom.js';
import { clock } from '../core/text.js';

const fileOf = (job, extension) => job.files.find(file => file.name.endsWith(`.${extension}`));

export function player(job, signal) {
  const video = h('video', { class: 'player-video', controls: true, playsinline: true, preload: 'metadata', 'aria-label': `Video: ${job.title || job.name}` });
  const track = h('track', { kind: 'captions', srclang: job.language ?? 'en', label: 'Captions' });
  const message = h('p', { class: 'callout', role: 'alert', hidden: true },
    'The video cannot be played here. Download it, or reload the page.');
  const cues = h('ol', { class: 'cues' });
  let isSecondTry = false;

  // Captions are part of the picture already: the track is for reading along, and the player's own button shows it.
  track.addEventListener('load', showCues);
  video.append(track);
  video.addEventListener('loadeddata', () => { isSecondTry = false; });
  video.addEventListener('error', async () => {
    if (isSecondTry) {
      message.hidden = false;
      return;
    }
    // The address may have expired while the page was open.
    isSecondTry = true;
    const moment = video.currentTime;
    await load();
    video.currentTime = moment;
  });
  signal.addEventListener('abort', () => { video.pause(); video.removeAttribute('src'); video.load(); });
  load();
  return { element: h('div', { class: 'player' }, video, message), cues };

  async function load() {
    const cover = fileOf(job, 'jpg');
    const captions = fileOf(job, 'vtt');
    const film = fileOf(job, 'mp4');
    if (cover) {
      video.poster = await mediaUrl(cover.href);
    }
    if (captions) {
      track.src = await mediaUrl(captions.href);
      track.track.mode = 'hidden';
    }
    video.src = await mediaUrl(film.href);
  }

  function showCues() {
    const list = [...track.track.cues].map(cue => {
      const control = h('button', { type: 'button', class: 'cue', on: { click: () => { video.currentTime = cue.startTime + 0.01; video.play().catch(() => {}); } } },
        h('span', { class: 'cue-time tabular' }, clock(cue.startTime)), plain(cue));
      cue.addEventListener('enter', () => { control.setAttribute('aria-current', 'true'); reveal(control); });
      cue.addEventListener('exit', () => control.removeAttribute('aria-current'));
      return h('li', {}, control);
    });
    cues.replaceChildren(...list);
  }

  function reveal(control) {
    // Only the list scrolls, never the page.
    const { offsetTop, offsetHeight } = control;
    if (offsetTop < cues.scrollTop || offsetTop + offsetHeight > cues.scrollTop + cues.clientHeight) {
      cues.scrollTop = offsetTop - cues.clientHeight / 3;
    }
  }
}

/** A cue's text without its marks of style and time. */
const plain = cue => (cue.getCueAsHTML?.().textContent ?? cue.text).replace(/\s+/g, ' ').trim();
