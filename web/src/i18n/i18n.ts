import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

type Catalogue = Readonly<Record<string, unknown>>

const files = import.meta.glob<Catalogue>(['../**/*.pl.json', '!../answer/**'], {
  eager: true,
  import: 'default',
})

/** Catalogues by room: `../survey/survey.pl.json` becomes the namespace `survey`. */
export function cataloguesByRoom(modules: Readonly<Record<string, Catalogue>>): Record<string, Catalogue> {
  const entries = Object.entries(modules).map(
    ([path, catalogue]) => [path.split('/').at(-2) ?? path, catalogue] as const,
  )
  return Object.fromEntries(entries)
}

/** The texts of the workspace. A further language is one more set of `<room>.<language>.json` files. */
export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  lng: 'pl',
  fallbackLng: 'pl',
  resources: { pl: cataloguesByRoom(files) },
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
})
