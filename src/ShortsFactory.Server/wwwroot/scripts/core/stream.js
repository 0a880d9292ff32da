// The one stream of events, shared by the page's parts.

import { follow } from './events.js';

// A browser opens six connections to a server and no more: tabs that nobody looks at must not hold them all.
const hiddenPatience = 20_000;

export class Stream extends EventTarget {
  #stop = new AbortController();
  #wasLost = false;
  #isWanted = false;
  #timer = 0;

  constructor() {
    super();
    document.addEventListener('visibilitychange', () => {
      clearTimeout(this.#timer);
      if (document.hidden) {
        this.#timer = setTimeout(() => { this.#wasLost = true; this.#stop.abort(); }, hiddenPatience);
      } else if (this.#isWanted && this.#stop.signal.aborted) {
        this.start();
      }
    });
  }

  start() {
    this.stop();
    this.#isWanted = true;
    this.#stop = new AbortController();
    const emit = kind => detail => this.dispatchEvent(new CustomEvent(kind, { detail }));
    follow('events', {
      job: emit('job'),
      removed: emit('removed'),
      system: emit('system'),
      open: () => {
        // Whoever shows something has to ask for what it missed.
        emit(this.#wasLost ? 'again' : 'open')();
        this.#wasLost = false;
      },
      lost: () => { this.#wasLost = true; emit('lost')(); },
    }, this.#stop.signal);
  }

  stop() {
    this.#isWanted = false;
    this.#stop.abort();
  }

  /** Listens until `signal` is aborted. */
  on(kinds, listener, signal) {
    kinds.split(' ').forEach(kind => this.addEventListener(kind, event => listener(event.detail, kind), { signal }));
  }
}
