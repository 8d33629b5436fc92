/** Every language of the site's own words. A word that is missing in one is an error of types here. */
import * as en from './en.ts';
import * as ja from './ja.ts';

/** Texts of a language may differ from those of English, their names and arguments may not. */
type Words<T> = {
  [Name in keyof T]: T[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : T[Name] extends string
      ? string
      : T[Name] extends readonly string[]
        ? readonly string[]
        : Words<T[Name]>;
};

/** By the tag of the language, which is also the name of the file. */
export const languages = { en, ja } satisfies Record<string, Words<typeof en>>;
