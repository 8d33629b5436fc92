/**
 * `<theme-switch>`: a button that names the other theme and switches to it.
 *
 * The system decides until the reader does. Choosing what the system would have
 * chosen forgets the choice, so that the page follows the system again.
 */
import * as words from '#words';

const KEY = 'theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

type Theme = 'light' | 'dark';

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', () => this.#choose(this.#current() === 'dark' ? 'light' : 'dark'));
    systemDark.addEventListener('change', () => this.#show());
    this.#show();
  }

  #current(): Theme {
    const { theme } = document.documentElement.dataset;
    return theme === 'dark' || theme === 'light' ? theme : systemTheme();
  }

  #choose(theme: Theme): void {
    const followsSystem = theme === systemTheme();
    if (followsSystem) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    try {
      if (followsSystem) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // A browser that stores nothing still switches, for this page.
    }
    this.#show();
  }

  #show(): void {
    const word = this.querySelector('span');
    if (word) word.textContent = this.#current() === 'dark' ? words.light : words.dark;
  }
}

function systemTheme(): Theme {
  return systemDark.matches ? 'dark' : 'light';
}

customElements.define('theme-switch', ThemeSwitch);
