interface ImportMetaEnv {
  /** Whether pages are kept for reading without a network: `offline` of src/site.ts. */
  readonly OFFLINE: 'on' | 'off';
}
