// Starts the page: colours, the stream of events, the state of the server at the side, and the first view.

import { get, session, whenLocked } from './core/api.js';
import { startTheme } from './core/theme.js';
import { startRouter } from './core/router.js';
import { Stream } from './core/stream.js';
import { showHealth } from './parts/health.js';

const main = document.getElementById('main');
const signOut = document.getElementById('sign-out');
const stream = new Stream();
const router = startRouter(main, stream);
let locked = false;

startTheme(document.getElementById('theme'));
showHealth(document.getElementById('health'), stream);
whenLocked(lock);
stream.addEventListener('again', askSystem);
window.addEventListener('job-removed', event => stream.dispatchEvent(new CustomEvent('removed', { detail: event.detail })));
signOut.addEventListener('click', () => { session.key = null; lock(false); });
document.querySelector('.skip-link').addEventListener('click', event => { event.preventDefault(); main.focus(); });
open();

function open() {
  locked = false;
  document.body.classList.remove('is-locked');
  signOut.hidden = !session.key;
  stream.start();
  router.show();
  askSystem();
}

// The stream tells changes alone: what holds now has to be asked for.
function askSystem() {
  get('system').then(system => stream.dispatchEvent(new CustomEvent('system', { detail: system })), () => {});
}

async function lock(wasRefused) {
  if (locked) {
    return;
  }
  locked = true;
  stream.stop();
  router.leave();
  session.key = null;
  signOut.hidden = true;
  const { showLogin } = await import('./views/login.js');
  document.body.classList.add('is-locked');
  showLogin(main, wasRefused, open);
}
