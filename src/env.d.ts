/**
 * What the integrations tell the code of the site. No variable that a build is told has one of these names: Astro would
 * put its text in the place of what we made of it.
 */
interface ImportMetaEnv {
  /** Whether pages are kept for reading without a network: `offline` of src/site.ts. */
  readonly UNFOLD_OFFLINE: 'on' | 'off';
  /** Language of the site, a tag such as `ja` or `pt-BR`. */
  readonly UNFOLD_SITE_LANG: string;
  /** Language of the site's own words: that of the site, or `en` where nobody has translated them. */
  readonly UNFOLD_WORDS_LANG: string;
}
