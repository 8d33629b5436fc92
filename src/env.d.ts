/** What the integrations tell the code of the site. */
interface ImportMetaEnv {
  /** Whether pages are kept for reading without a network: `offline` of src/site.ts. */
  readonly OFFLINE: 'on' | 'off';
  /** Language of the site, a tag such as `ja` or `pt-BR`. */
  readonly SITE_LANG: string;
  /** Language of the site's own words: that of the site, or `en` where nobody has translated them. */
  readonly WORDS_LANG: string;
}
