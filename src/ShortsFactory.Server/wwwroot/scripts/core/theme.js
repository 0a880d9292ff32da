// Light, dark, or as the system has it.

import { fill, icon } from './dom.js';

const choices = ['system', 'light', 'dark'];
const looks = { system: ['auto', 'System'], light: ['sun', 'Light'], dark: ['moon', 'Dark'] };

const current = () => choices.includes(localStorage.getItem('theme')) ? localStorage.getItem('theme') : 'system';

export function startTheme(control) {
  const show = () => {
    const choice = current();
    const [symbol, name] = looks[choice];
    fill(control, icon(symbol));
    control.setAttribute('aria-label', `Colours: ${name}. Change`);
    control.title = `Colours: ${name}`;
    if (choice === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = choice;
    }
  };
  control.addEventListener('click', () => {
    localStorage.setItem('theme', choices[(choices.indexOf(current()) + 1) % choices.length]);
    show();
  });
  show();
}
