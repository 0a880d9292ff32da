// Asks for an API key where the server wants one.

import { session } from '../core/api.js';
import { h, field } from '../core/dom.js';

export function showLogin(main, wasRefused, done) {
  const key = h('input', { class: 'input', type: 'password', autocomplete: 'current-password', spellcheck: 'false', required: true });
  const message = h('p', { class: 'callout', role: 'alert', data: { tone: 'bad' }, hidden: !wasRefused },
    'The server did not take this key. It may have been revoked, or a sign is missing.');
  const submit = h('button', { type: 'submit', class: 'button button-primary' }, 'Open the dashboard');
  const form = h('form', { class: 'panel panel-body', on: { submit: event => { event.preventDefault(); tryKey(); } } },
    field('API key', key, 'It stays in this tab until you close it or sign out.'), message, submit);
  main.replaceChildren(h('div', { class: 'page login' },
    h('div', {}, h('h1', { tabindex: '-1' }, 'This server is protected'), h('p', { class: 'soft' }, 'It asks for an API key. Whoever runs the server makes one with ',
      h('code', {}, 'shorts keys add'), '.')), form));
  document.title = 'Sign in · ShortsFactory';
  key.focus();

  async function tryKey() {
    submit.disabled = true;
    message.hidden = true;
    try {
      const response = await fetch('api/v1/system', { headers: { Authorization: `Bearer ${key.value.trim()}` }, cache: 'no-store' });
      if (response.ok) {
        session.key = key.value.trim();
        done();
        return;
      }
      const problem = await response.json().catch(() => ({}));
      message.textContent = response.status === 401
        ? 'The server does not know this key. Check that all of it was copied.'
        : [problem.detail ?? `The server answered ${response.status}.`, problem.advice].filter(Boolean).join(' ');
    } catch {
      message.textContent = 'The server cannot be reached. Check that it is running, then try again.';
    }
    message.hidden = false;
    key.setAttribute('aria-invalid', 'true');
    key.focus();
    submit.disabled = false;
  }
}
