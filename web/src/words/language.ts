export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What languages call themselves. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The language chosen in the settings, else the first of the browser's that we speak, else English. */
export function languageFor(chosen: string | null | undefined, wished: readonly string[]): Language {
  for (const tag of [chosen ?? '', ...wished]) {
    const known = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (known !== undefined) return known;
  }
  return 'en';
}
