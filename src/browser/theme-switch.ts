/**
 * `<theme-switch>`: a button that names the other theme and switches to it.
 *
 * The system decides until the reader does. Choosing what the system would have
 * chosen forgets the choice, so that the page follows the system again.
 */
const KEY = 'theme';
const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', () => this.#choose(this.dataset['other'] ?? ''));
    systemDark.addEventListener('change', () => this.#show());
    this.#show();
  }

  #choose(theme: string): void {
    const followsSystem = (theme === 'dark') === systemDark.matches;
    if (followsSystem) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    try {
      if (followsSystem) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // A browser that stores nothing still switches, for this page.
    }
    this.#show();
  }

  /** Both words stand there, and the style sheet shows one: a new one would have the page laid out anew. */
  #show(): void {
    const { theme } = root.dataset;
    const isDark = theme === 'dark' || (theme !== 'light' && systemDark.matches);
    this.dataset['other'] = isDark ? 'light' : 'dark';
  }
}

customElements.define('theme-switch', ThemeSwitch);
